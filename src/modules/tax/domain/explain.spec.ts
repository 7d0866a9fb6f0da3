import type { TraceStep } from './decision.js';
import { explainDecision, textIn } from './explain.js';

function aStep(step: TraceStep['step'], overrides: Partial<TraceStep> = {}): TraceStep {
  return {
    step,
    key: step,
    params: {},
    ruleId: null,
    jurisdiction: null,
    because: [],
    confidence: null,
    say: null,
    source: null,
    ...overrides,
  };
}

const say = (key: string, params: Readonly<Record<string, string>>): string =>
  `${key} ${JSON.stringify(params)}`;
const nameOf = (code: string): string => ({ DE: 'Germany', FR: 'France' })[code] ?? code;
const DECISION = {
  obligations: [{ code: 'registration_needed', who: 'expert', where: 'FR' }],
  trace: [
    aStep('location', { params: { supplier: 'DE', customer: 'FR' } }),
    aStep('place', {
      ruleId: 'eu.p3',
      confidence: 'law',
      because: [{ fact: 'category', value: 'fitness_class' }],
      say: { en: 'Taxed at home.', fr: 'Imposé chez vous.' },
    }),
    aStep('liability', { say: { en: 'The expert pays.' } }),
    aStep('treatment', { say: { en: 'At the standard rate.' } }),
    aStep('arithmetic', { params: { currency: 'EUR', net: '2000', tax: '4', gross: '2004' } }),
  ],
} as const;

describe('explainDecision', () => {
  it('tells a learner three sentences', () => {
    expect(explainDecision(DECISION, 'learner', 'en', say, nameOf)).toEqual([
      'Taxed at home.',
      'At the standard rate.',
      'trace.arithmetic {"currency":"EUR","net":"EUR 20.00","tax":"EUR 0.04","gross":"EUR 20.04"}',
    ]);
  });

  it('tells an expert everything and what follows', () => {
    const sentences = explainDecision(DECISION, 'expert', 'en', say, nameOf);
    expect(sentences).toHaveLength(6);
    expect(sentences[0]).toContain('Germany');
    expect(sentences.at(-1)).toBe(
      'obligation.registration_needed {"who":"party.expert {}","where":"France"}',
    );
  });

  it('gives ops the rule, its confidence and the facts behind a sentence', () => {
    expect(explainDecision(DECISION, 'ops', 'en', say, nameOf)[1]).toBe(
      'Taxed at home. [eu.p3; law; category=fitness_class]',
    );
  });

  it('speaks the reader’s language where the rule does, else English', () => {
    const sentences = explainDecision(DECISION, 'learner', 'fr-CA', say, nameOf);
    expect(sentences.slice(0, 2)).toEqual(['Imposé chez vous.', 'At the standard rate.']);
    expect(textIn({ en: 'x' }, 'ar')).toBe('x');
  });
});
