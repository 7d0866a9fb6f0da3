import fc from 'fast-check';
import { changeBetween } from './text-change.js';

const TEXT = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '🙂', '🙃', 'ب') });

describe('changeBetween', () => {
  it('touches only what differs', () => {
    expect(changeBetween('one two three', 'one four three')).toEqual({
      at: 4,
      remove: 3,
      insert: 'four',
    });
    expect(changeBetween('same', 'same')).toBeNull();
    expect(changeBetween('aa', 'aaa')).toEqual({ at: 2, remove: 0, insert: 'a' });
  });

  it('makes the one of the other, and never parts the halves of a sign', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (before, after) => {
        const change = changeBetween(before, after);
        if (change === null) return expect(before).toBe(after);
        const { at, remove, insert } = change;
        expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
        expect(insert).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});
