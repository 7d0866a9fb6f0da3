import {
  canBecome,
  importStep,
  PACK_VERSION_STATES,
  type PackVersionState,
} from './pack-version.js';

describe('importStep', () => {
  const first = { version: 1, hash: 'a' };

  it('makes the first version live in the demo and proposed elsewhere', () => {
    expect(importStep([], 'a', true)).toEqual({ kind: 'add', version: 1, state: 'live' });
    expect(importStep([], 'a', false)).toEqual({ kind: 'add', version: 1, state: 'proposed' });
  });

  it('knows a file by its hash', () => {
    expect(importStep([first, { version: 2, hash: 'b' }], 'a', true)).toEqual({ kind: 'known' });
  });

  it('only proposes a file that changed, even in the demo', () => {
    expect(importStep([first], 'b', true)).toEqual({ kind: 'add', version: 2, state: 'proposed' });
  });
});

describe('canBecome', () => {
  it('reaches every state from a draft', () => {
    const reached = new Set<PackVersionState>(['draft']);
    for (const state of reached) {
      for (const next of PACK_VERSION_STATES) if (canBecome(state, next)) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...PACK_VERSION_STATES].sort());
  });

  it('never makes a version live that nobody approved', () => {
    expect(canBecome('proposed', 'live')).toBe(false);
    expect(canBecome('draft', 'live')).toBe(false);
    expect(canBecome('retired', 'live')).toBe(false);
  });
});
