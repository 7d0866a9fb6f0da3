import fc from 'fast-check';
import {
  type ConsentStep,
  mayRecord,
  RECORDING_PURPOSES,
  type RecordedRoom,
  type RecordingPurpose,
} from './recording-rule.js';

const PEOPLE = ['learner', 'expert'] as const;
const FREE = { isForChild: false, categoryForbids: false, offerForbids: false };

const yes = (personId: string, purpose: RecordingPurpose = 'copy'): ConsentStep => ({
  personId,
  purpose,
  hasAgreed: true,
});
const no = (personId: string, purpose: RecordingPurpose = 'copy'): ConsentStep => ({
  ...yes(personId, purpose),
  hasAgreed: false,
});
const room = (change: Partial<RecordedRoom> = {}): RecordedRoom => ({
  terms: FREE,
  people: PEOPLE,
  consents: [yes('learner'), yes('expert')],
  isTogether: true,
  ...change,
});

describe('mayRecord', () => {
  it('lets a room be recorded when both have agreed to that purpose', () => {
    expect(mayRecord(room(), 'copy')).toEqual({ ok: true, value: 'copy' });
  });

  it.each<[string, Partial<RecordedRoom>]>([
    ['nobody_agreed', { consents: [] }],
    ['somebody_did_not_agree', { consents: [yes('learner')] }],
    ['somebody_did_not_agree', { consents: [yes('learner'), yes('expert', 'evidence')] }],
    ['somebody_did_not_agree', { consents: [yes('learner'), yes('expert'), no('learner')] }],
    ['somebody_did_not_agree', { people: [...PEOPLE, 'guardian'] }],
    ['not_together', { isTogether: false }],
    ['for_child', { terms: { ...FREE, isForChild: true } }],
    ['category_forbids', { terms: { ...FREE, categoryForbids: true } }],
    ['offer_forbids', { terms: { ...FREE, offerForbids: true } }],
    ['not_offered', { terms: null }],
    ['nobody_agreed', { people: [] }],
  ])('refuses with %s', (refusal, change) => {
    expect(mayRecord(room(change), 'copy')).toEqual({ ok: false, refusal });
  });

  it('lets whoever took it back agree again', () => {
    const consents = [yes('learner'), yes('expert'), no('expert'), yes('expert')];
    expect(mayRecord(room({ consents }), 'copy').ok).toBe(true);
  });

  it('asks only people: alone with a drawn figure, one consent is everybody’s', () => {
    expect(mayRecord(room({ people: ['learner'], consents: [yes('learner')] }), 'copy').ok).toBe(
      true,
    );
  });

  const purposes = fc.constantFrom(...RECORDING_PURPOSES);
  const steps = fc.array(
    fc.record({
      personId: fc.constantFrom(...PEOPLE, 'stranger'),
      purpose: purposes,
      hasAgreed: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const terms = fc.record({
    isForChild: fc.boolean(),
    categoryForbids: fc.boolean(),
    offerForbids: fc.boolean(),
  });

  it('never allows anything without the last word of everybody, nor against a ban', () => {
    fc.assert(
      fc.property(steps, terms, purposes, (consents, ruling, purpose) => {
        if (!mayRecord(room({ consents, terms: ruling }), purpose).ok) return;
        expect(ruling).toEqual(FREE);
        for (const personId of PEOPLE) {
          const own = consents.filter(
            (one) => one.personId === personId && one.purpose === purpose,
          );
          expect(own.at(-1)?.hasAgreed).toBe(true);
        }
      }),
    );
  });

  it('always stops when anybody takes it back, whatever was said before', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...PEOPLE), purposes, (before, personId, purpose) => {
        const consents = [...before, no(personId, purpose)];
        expect(mayRecord(room({ consents }), purpose).ok).toBe(false);
      }),
    );
  });
});
