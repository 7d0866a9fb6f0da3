import { gapsOf, mayBecome, NEXT_STATES, type ApplicationState } from './application.js';

const complete = {
  about: 'I have baked bread for twenty years and taught it for ten of them.',
  answers: { licence: 'A-12', adult: 'yes' },
  evidenceFileIds: { diploma: 'file-1' },
};
const requirements = [
  { key: 'licence', kind: 'text', isRequired: true },
  { key: 'diploma', kind: 'file', isRequired: true },
  { key: 'adult', kind: 'confirm', isRequired: true },
  { key: 'website', kind: 'text', isRequired: false },
] as const;

describe('gapsOf', () => {
  it('finds none in a complete application', () => {
    expect(gapsOf(complete, requirements)).toEqual([]);
  });

  it('lists every gap at once', () => {
    const gaps = gapsOf(
      { about: 'short', answers: { adult: 'no' }, evidenceFileIds: {} },
      requirements,
    );
    expect(gaps.map((gap) => gap.field)).toEqual([
      'about',
      'answers.licence',
      'evidenceFileIds.diploma',
      'answers.adult',
    ]);
  });
});

describe('the states of an application', () => {
  it('can all be reached from a draft', () => {
    const reached = new Set<ApplicationState>(['draft']);
    for (const state of reached) for (const next of NEXT_STATES[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(NEXT_STATES).sort());
  });

  it('never lead from a draft straight to an approval', () => {
    expect(mayBecome('draft', 'approved')).toBe(false);
    expect(mayBecome('refused', 'approved')).toBe(false);
  });
});
