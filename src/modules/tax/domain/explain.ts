import { minorUnitsOf } from '../../../shared/currency.js';
import type { TaxDecision, TraceStep } from './decision.js';
import type { Texts } from './pack.js';

/** Learners see where, why and how much; experts also what follows for them; ops every rule with its source. */
export type Reader = 'learner' | 'expert' | 'ops';

/** Turns a sentence key of the `tax` texts into the reader's language. */
export type Say = (key: string, params: Readonly<Record<string, string>>) => string;

/** Name of a country or territory in the reader's language. */
export type NameOf = (code: string) => string;

/**
 * The trace of a decision as sentences. What a rule says comes from the decision itself, so a decision
 * of years ago explains itself by the rules of then.
 */
export function explainDecision(
  decision: Pick<TaxDecision, 'trace' | 'obligations'>,
  reader: Reader,
  locale: string,
  say: Say,
  nameOf: NameOf,
): string[] {
  const steps = reader === 'learner' ? stepsForLearner(decision.trace) : decision.trace;
  const sentences = steps.map((step) => sentenceOf(step, reader, locale, say, nameOf));
  if (reader === 'learner') return sentences;
  const duties = decision.obligations.map(({ code, who, where }) =>
    say(`obligation.${code}`, { who: say(`party.${who}`, {}), where: nameOf(where) }),
  );
  return [...sentences, ...duties];
}

/** Three sentences: where it is taxed, what that comes to there, and the amounts. */
function stepsForLearner(trace: readonly TraceStep[]): TraceStep[] {
  const last = (...names: readonly TraceStep['step'][]): TraceStep | undefined =>
    trace.filter(({ step }) => names.includes(step)).at(-1);
  return [last('place'), last('liability', 'treatment'), last('arithmetic')].filter(
    (step) => step !== undefined,
  );
}

function sentenceOf(
  step: TraceStep,
  reader: Reader,
  locale: string,
  say: Say,
  nameOf: NameOf,
): string {
  const own = step.say && textIn(step.say, locale);
  const sentence = own ?? say(`trace.${step.key}`, wordsOf(step, say, nameOf));
  return reader === 'ops' ? `${sentence}${reference(step)}` : sentence;
}

function wordsOf({ params }: TraceStep, say: Say, nameOf: NameOf): Record<string, string> {
  const { supplier, customer, place, jurisdiction, currency, net, tax, gross, party } = params;
  return {
    ...params,
    ...(supplier !== undefined && { supplier: nameOf(supplier) }),
    ...(customer !== undefined && { customer: nameOf(customer) }),
    ...(place !== undefined && { place: nameOf(place) }),
    ...(jurisdiction !== undefined && { jurisdiction: nameOf(jurisdiction) }),
    ...(party !== undefined && { party: say(`party.${party}`, {}) }),
    ...(currency !== undefined && {
      net: amount(net, currency),
      tax: amount(tax, currency),
      gross: amount(gross, currency),
    }),
  };
}

/** For ops: rule, confidence, facts and source behind a sentence. */
function reference({ ruleId, confidence, because, source }: TraceStep): string {
  const facts = because.map(({ fact, value }) => `${fact}=${value}`).join(' ');
  const parts = [ruleId, confidence, facts, source?.law].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return parts.length === 0 ? '' : ` [${parts.join('; ')}]`;
}

/** The text in a language, in its base language, else in English. */
export function textIn(texts: Texts, locale: string): string | undefined {
  return texts[locale] ?? texts[locale.split('-')[0] ?? ''] ?? texts['en'];
}

/** "EUR 24.00": the same in every language, so that the sentence needs no formatter. */
function amount(minor: string | undefined, currency: string): string {
  const places = minorUnitsOf(currency);
  const digits = (minor ?? '0').padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${currency} ${digits.slice(0, cut)}${places === 0 ? '' : `.${digits.slice(cut)}`}`;
}
