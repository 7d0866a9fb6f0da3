import { Temporal } from 'temporal-polyfill';
import { contains, overlaps, rangeOf, rangeOfMinutes } from './half-open-range.js';

const at = (minute: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

describe('HalfOpenRange', () => {
  it('holds its start and not its end', () => {
    const range = rangeOfMinutes(at(10), 5);
    expect(contains(range, at(10))).toBe(true);
    expect(contains(range, at(15))).toBe(false);
  });

  it('overlaps a range that begins before its end, and not one that begins at it', () => {
    expect(overlaps(rangeOf(at(0), at(10)), rangeOf(at(9), at(20)))).toBe(true);
    expect(overlaps(rangeOf(at(0), at(10)), rangeOf(at(10), at(20)))).toBe(false);
  });

  it('overlaps nothing when it is empty', () => {
    expect(overlaps(rangeOf(at(5), at(5)), rangeOf(at(0), at(10)))).toBe(false);
  });

  it('refuses to end before it starts', () => {
    expect(() => rangeOf(at(2), at(1))).toThrow(RangeError);
  });
});
