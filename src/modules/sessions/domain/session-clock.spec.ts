import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Evidence, nobodyYet, witness } from './attendance.js';
import { append, billedSeconds, isRunning, poorSeconds, verifyLog } from './meter.js';
import {
  advance,
  finish,
  GOODBYE_MS,
  GRACE_MS,
  recover,
  type SessionSnapshot,
} from './session-clock.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const minute = 60_000;

function aSession(change: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return {
    state: 'waiting',
    log: append([], { kind: 'opened', atMs: 0, reason: 'commitment' }, sha256),
    learner: nobodyYet(false),
    expert: nobodyYet(false),
    learnerCame: false,
    expertCame: false,
    ceilingSeconds: 15 * 60,
    pausedFor: null,
    waitUntilMs: 3 * minute,
    graceEndsAtMs: null,
    goodbyeEndsAtMs: null,
    endReason: null,
    endedAtMs: null,
    ...change,
  };
}

function tell(
  session: SessionSnapshot,
  who: 'learner' | 'expert',
  evidence: Evidence,
  nowMs = evidence.atMs,
): SessionSnapshot {
  return advance({ ...session, [who]: witness(session[who], evidence) }, nowMs, sha256);
}
const comes = (
  session: SessionSnapshot,
  who: 'learner' | 'expert',
  atMs: number,
): SessionSnapshot => tell(session, who, { source: 'media', kind: 'connected', atMs });
const goes = (
  session: SessionSnapshot,
  who: 'learner' | 'expert',
  atMs: number,
  noticedMs = atMs,
): SessionSnapshot =>
  tell(session, who, { source: 'media', kind: 'disconnected', atMs }, noticedMs);

describe('a session', () => {
  it('bills nobody who waits alone', () => {
    const waiting = advance(comes(aSession(), 'learner', 1_000), 2 * minute, sha256);
    expect(waiting.state).toBe('waiting');
    expect(billedSeconds(waiting.log, 2 * minute)).toBe(0);
  });

  it('goes live when both are there, stands still while one is gone, goes on when they return', () => {
    const live = comes(comes(aSession(), 'learner', 1_000), 'expert', 5_000);
    const gone = goes(live, 'learner', 65_000, 68_000);
    expect(gone.state).toBe('interrupted');
    expect(billedSeconds(gone.log, 100_000)).toBe(60);
    const back = comes(gone, 'learner', 100_000);
    expect(back.state).toBe('live');
    expect(billedSeconds(back.log, 130_000)).toBe(90);
  });

  it('ends when nobody comes back within the grace, and says who left', () => {
    const gone = goes(comes(comes(aSession(), 'learner', 0), 'expert', 0), 'expert', 30_000);
    expect(advance(gone, 30_000 + GRACE_MS - 1, sha256).state).toBe('interrupted');
    const over = advance(gone, 30_000 + GRACE_MS, sha256);
    expect([over.state, over.endReason]).toEqual(['ended', 'expert_left']);
    expect(billedSeconds(over.log, 99 * minute)).toBe(30);
  });

  it.each([
    ['expert_never_came', ['learner']],
    ['learner_never_came', ['expert']],
    ['nobody_came', []],
  ] as const)('ends with %s when the wait is over', (reason, whoCame) => {
    const waiting = whoCame.reduce((session, who) => comes(session, who, 1_000), aSession());
    expect(advance(waiting, 3 * minute, sha256).endReason).toBe(reason);
  });

  it('stops the meter at the ceiling to the millisecond, then gives a minute to say goodbye', () => {
    const live = comes(comes(aSession({ ceilingSeconds: 60 }), 'learner', 0), 'expert', 0);
    const capped = advance(live, 60_750, sha256);
    expect(billedSeconds(capped.log, 99 * minute)).toBe(60);
    expect([capped.state, capped.goodbyeEndsAtMs]).toEqual(['live', 60_000 + GOODBYE_MS]);
    expect(advance(capped, 60_000 + GOODBYE_MS, sha256).endReason).toBe('ceiling');
  });

  it('lets nobody pay for a line that carries no words, from when it began, and goes on when it does again', () => {
    let session = comes(comes(aSession(), 'learner', 0), 'expert', 0);
    const measure = (atMs: number, audioLossPercent: number): void => {
      session = tell(session, 'learner', { source: 'line', audioLossPercent, atMs });
    };
    measure(60_000, 0);
    measure(65_000, 40);
    expect(isRunning(session.log)).toBe(true);
    measure(70_000, 40);
    expect([session.state, isRunning(session.log)]).toEqual(['live', false]);
    expect(billedSeconds(session.log, 99 * minute)).toBe(60);
    expect(advance(session, 70_000 + 2 * GRACE_MS, sha256).state).toBe('live');
    measure(90_000, 0);
    expect([isRunning(session.log), poorSeconds(session.log, 99 * minute)]).toEqual([true, 30]);
    expect(billedSeconds(session.log, 100_000)).toBe(70);
  });

  it('interrupts when somebody leaves a line that was too poor to count', () => {
    let session = comes(comes(aSession(), 'learner', 0), 'expert', 0);
    for (const atMs of [5_000, 10_000])
      session = tell(session, 'expert', { source: 'line', audioLossPercent: 90, atMs });
    const gone = goes(session, 'expert', 20_000);
    expect(gone.state).toBe('interrupted');
    expect(advance(gone, 20_000 + GRACE_MS, sha256).endReason).toBe('expert_left');
    expect(billedSeconds(gone.log, 99 * minute)).toBe(0);
  });

  it('stops where it was last surely right when the process died, and goes on afterwards', () => {
    const live = comes(comes(aSession(), 'learner', 0), 'expert', 0);
    const restarted = recover(
      { ...live, learner: nobodyYet(false), expert: nobodyYet(false) },
      25_000,
      60_000,
      sha256,
    );
    expect([restarted.state, billedSeconds(restarted.log, 60_000)]).toEqual(['interrupted', 25]);
    const back = comes(comes(restarted, 'learner', 70_000), 'expert', 75_000);
    expect(billedSeconds(finish(back, 'ended_by_learner', 85_000, sha256).log, 99 * minute)).toBe(
      35,
    );
  });

  it('agrees with a plain count of the seconds both were there, whatever happens', () => {
    const step = fc.record({
      who: fc.constantFrom('learner', 'expert'),
      comes: fc.boolean(),
      afterMs: fc.integer({ min: 1, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let session = aSession({ ceilingSeconds: 100_000, waitUntilMs: Number.MAX_SAFE_INTEGER });
        const there = { learner: false, expert: false };
        let nowMs = 0;
        let togetherMs = 0;
        for (const { who, comes: isComing, afterMs } of steps) {
          nowMs += afterMs;
          if (there.learner && there.expert) togetherMs += afterMs;
          session = isComing ? comes(session, who, nowMs) : goes(session, who, nowMs);
          if (session.state === 'ended') break;
          there[who] = isComing;
        }
        expect(billedSeconds(session.log, nowMs)).toBe(Math.floor(togetherMs / 1000));
        expect(verifyLog(session.log, sha256).ok).toBe(true);
        expect(isRunning(session.log)).toBe(session.state === 'live');
      }),
    );
  });
});
