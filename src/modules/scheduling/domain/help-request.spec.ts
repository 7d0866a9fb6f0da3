import { Temporal } from 'temporal-polyfill';
import { checkHelpRequest, isAnswerable, timeForCall } from './help-request.js';

const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');
const inMinutes = (minutes: number): Temporal.Instant => NOW.add({ minutes });

describe('timeForCall', () => {
  it('takes a minute to answer, the asked ceiling, and a minute to say goodbye', () => {
    expect(timeForCall(NOW, 30, null)).toEqual({ ceilingMinutes: 30, endsAt: inMinutes(32) });
  });

  it('ends where the next appointment begins', () => {
    expect(timeForCall(NOW, 30, inMinutes(32))?.ceilingMinutes).toBe(30);
    expect(timeForCall(NOW, 30, inMinutes(31))).toEqual({
      ceilingMinutes: 29,
      endsAt: inMinutes(31),
    });
  });

  it('counts whole minutes only', () => {
    const next = NOW.add({ minutes: 20, seconds: 59 });
    expect(timeForCall(NOW, 30, next)?.ceilingMinutes).toBe(18);
  });

  it('is not worth it for less than ten minutes', () => {
    expect(timeForCall(NOW, 15, inMinutes(12))?.ceilingMinutes).toBe(10);
    expect(timeForCall(NOW, 15, inMinutes(11))).toBeNull();
    expect(timeForCall(NOW, 15, NOW)).toBeNull();
  });
});

describe('isAnswerable', () => {
  it('lasts until the ring ends, and not at that instant', () => {
    const ring = { state: 'rung', endsAt: inMinutes(1) } as const;
    expect(isAnswerable(ring, inMinutes(1).subtract({ milliseconds: 1 }))).toBe(true);
    expect(isAnswerable(ring, inMinutes(1))).toBe(false);
    expect(isAnswerable({ ...ring, state: 'declined' }, NOW)).toBe(false);
  });
});

describe('checkHelpRequest', () => {
  const candidates = [{ expertId: 'expert', listingId: 'listing', offer: {} }];
  const rules = (asked: Partial<Parameters<typeof checkHelpRequest>[0]>): string[] =>
    checkHelpRequest({ problem: 'help', ceilingMinutes: 15, candidates, atOnce: 1, ...asked }).map(
      ({ field, rule }) => `${field} ${rule}`,
    );

  it('accepts what can be asked', () => {
    expect(rules({})).toEqual([]);
  });

  it('names every broken rule at once', () => {
    expect(rules({ problem: '  ', ceilingMinutes: 20, candidates: [] })).toEqual([
      'problem required',
      'ceilingMinutes one_of',
      'candidates required',
    ]);
    expect(rules({ problem: 'x'.repeat(1001) })).toEqual(['problem too_long']);
    for (const atOnce of [0, 21, 1.5]) expect(rules({ atOnce })).toEqual(['atOnce out_of_range']);
  });
});
