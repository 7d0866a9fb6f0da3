import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { answerSecondsOf, oddsOf, presenceState, PUSH_TRUSTED_HOURS } from './presence.js';

const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');

describe('presenceState', () => {
  const facts = {
    wantsFree: true,
    answersByItself: false,
    lastSeenAt: NOW,
    pushAnsweredAt: null,
    isClaimed: false,
  };

  it('is free for forty-five seconds after the last beat', () => {
    expect(presenceState(facts, NOW.add({ seconds: 45 }))).toBe('free_now');
    expect(presenceState(facts, NOW.add({ seconds: 46 }))).toBe('away');
  });

  it('is away without the wish or without ever having been seen', () => {
    expect(presenceState({ ...facts, wantsFree: false }, NOW)).toBe('away');
    expect(presenceState({ ...facts, lastSeenAt: null }, NOW)).toBe('away');
  });

  it('needs no beat where a program answers, but the wish', () => {
    const program = { ...facts, answersByItself: true, lastSeenAt: null };
    expect(presenceState(program, NOW)).toBe('free_now');
    expect(presenceState({ ...program, wantsFree: false }, NOW)).toBe('away');
  });

  it('needs no page for some hours after a push was answered, but the wish', () => {
    const byPush = { ...facts, lastSeenAt: null, pushAnsweredAt: NOW };
    const lastMoment = NOW.add({ hours: PUSH_TRUSTED_HOURS });
    expect(presenceState(byPush, lastMoment)).toBe('free_now');
    expect(presenceState(byPush, lastMoment.add({ milliseconds: 1 }))).toBe('away');
    expect(presenceState({ ...byPush, wantsFree: false }, NOW)).toBe('away');
    expect(presenceState({ ...byPush, pushAnsweredAt: null }, NOW)).toBe('away');
  });

  it('is busy while the time is taken, whatever else', () => {
    expect(presenceState({ ...facts, isClaimed: true }, NOW)).toBe('busy');
    expect(presenceState({ ...facts, wantsFree: false, isClaimed: true }, NOW)).toBe('busy');
  });
});

describe('oddsOf', () => {
  it('says nothing before ten rings', () => {
    expect(oddsOf(Array.from({ length: 9 }, () => 5))).toEqual({ oddsSeconds: null, isNew: true });
  });

  it('is the median, which one slow answer does not move', () => {
    expect(oddsOf([5, 5, 5, 5, 5, 5, 5, 5, 5, 60]).oddsSeconds).toBe(5);
    expect(oddsOf([1, 2, 3, 4, 5, 8, 8, 8, 8, 8]).oddsSeconds).toBe(7);
  });

  it('has at least half of the rings at or below it and half at or above it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 10 }), (seconds) => {
        const odds = oddsOf(seconds).oddsSeconds ?? -1;
        const notAbove = seconds.filter((each) => each <= odds + 0.5).length;
        const notBelow = seconds.filter((each) => each >= odds - 0.5).length;
        expect(Math.min(notAbove, notBelow)).toBeGreaterThanOrEqual(seconds.length / 2);
      }),
    );
  });
});

describe('answerSecondsOf', () => {
  it('counts a ring that helped nobody as its whole length, and one called off not at all', () => {
    expect(answerSecondsOf('accepted', 4_200)).toBe(5);
    expect(answerSecondsOf('declined', 1_000)).toBe(60);
    expect(answerSecondsOf('timed_out', 60_000)).toBe(60);
    expect(answerSecondsOf('called_off', 3_000)).toBeNull();
  });
});
