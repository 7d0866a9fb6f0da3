import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Evidence, nobodyYet, witness } from './attendance.js';
import { append, billedMs, isRunning, verifyLog } from './meter.js';
import { advance, recover, type SessionSnapshot, setPause } from './session-clock.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const TICK_MS = 1_000;
const POLL_MS = 5_000;
const BEAT_MS = 2_000;
/** As long as one measurement of a line takes. */
const WINDOW_MS = 5_000;

type Who = 'learner' | 'expert';

/** What goes wrong with the words of the media server on their way; lost ones are found by polling. */
interface Mangling {
  readonly delayMs: number;
  readonly isDoubled: boolean;
  readonly isLost: boolean;
}

type Phase = { readonly togetherMs: number; readonly mangling: Mangling } & (
  | { readonly kind: 'gone' | 'frozen' | 'pause'; readonly who: Who; readonly ms: number }
  | { readonly kind: 'poor'; readonly who: Who; readonly windows: number }
  | { readonly kind: 'crash'; readonly ms: number }
);

interface Step {
  readonly atMs: number;
  readonly act: (world: World) => void;
}

/** A session and everything around it that is lost with the process. */
class World {
  nowMs = 0;
  lastTouchMs = 0;
  isUp = true;
  session: SessionSnapshot = {
    state: 'waiting',
    log: append([], { kind: 'opened', atMs: 0, reason: 'commitment' }, sha256),
    learner: nobodyYet(true),
    expert: nobodyYet(true),
    learnerCame: false,
    expertCame: false,
    ceilingSeconds: 1_000_000,
    pausedFor: null,
    waitUntilMs: Number.MAX_SAFE_INTEGER,
    graceEndsAtMs: null,
    goodbyeEndsAtMs: null,
    endReason: null,
    endedAtMs: null,
  };
  /** What is really so. */
  readonly truth = { learner: false, expert: false };
  readonly lastPacketMs = { learner: 0, expert: 0 };
  private seq = 0;

  tell(who: Who, evidence: Evidence): void {
    if (!this.isUp) return;
    const { session, nowMs } = this;
    this.session = advance({ ...session, [who]: witness(session[who], evidence) }, nowMs, sha256);
    const started = this.session.log.at(-1);
    if (isRunning(this.session.log) && started && started.atMs > this.lastTouchMs)
      this.lastTouchMs = started.atMs;
  }

  beat(who: Who): void {
    this.seq += 1;
    this.tell(who, { source: 'heartbeat', seq: this.seq, atMs: this.nowMs });
  }

  tick(): void {
    if (!this.isUp) return;
    this.session = advance(this.session, this.nowMs, sha256);
    if (this.nowMs % POLL_MS !== 0) return;
    for (const who of ['learner', 'expert'] as const) {
      const isConnected = this.truth[who];
      const lastPacketAtMs = isConnected ? this.nowMs : this.lastPacketMs[who] || null;
      this.tell(who, { source: 'poll', isConnected, lastPacketAtMs, atMs: this.nowMs });
    }
    if (isRunning(this.session.log)) this.lastTouchMs = this.nowMs;
  }

  pause(pausedFor: SessionSnapshot['pausedFor']): void {
    this.session = setPause(this.session, pausedFor, this.nowMs, sha256);
  }

  start(): void {
    this.isUp = true;
    const fresh = { learner: nobodyYet(true), expert: nobodyYet(true) };
    this.session = recover({ ...this.session, ...fresh }, this.lastTouchMs, this.nowMs, sha256);
  }
}

/** Lays the phases out on a time line. @returns what happens when, and how long both were really together */
function layOut(phases: readonly Phase[]): { steps: Step[]; togetherMs: number; endMs: number } {
  const steps: Step[] = [];
  const frozen: { who: Who; fromMs: number; untilMs: number }[] = [];
  const at = (atMs: number, act: Step['act']): void => void steps.push({ atMs, act });
  const connects = (who: Who, atMs: number, isThere: boolean, how: Mangling): void => {
    at(atMs, ({ truth, lastPacketMs }) => {
      truth[who] = isThere;
      lastPacketMs[who] = atMs;
    });
    const kind = isThere ? 'connected' : 'disconnected';
    const say = (delayMs: number): void =>
      at(atMs + delayMs, (world) => world.tell(who, { source: 'media', kind, atMs }));
    if (!how.isLost) say(how.delayMs);
    if (how.isDoubled && !how.isLost) say(how.delayMs + 700);
  };
  const plain = { delayMs: 0, isDoubled: false, isLost: false };
  let nowMs = 1_500;
  let togetherMs = 0;
  for (const who of ['learner', 'expert'] as const) connects(who, nowMs, true, plain);
  for (const phase of phases) {
    // Nothing overlaps what is still on its way from the phase before.
    nowMs += phase.togetherMs;
    togetherMs += phase.togetherMs;
    switch (phase.kind) {
      case 'gone':
        connects(phase.who, nowMs, false, phase.mangling);
        connects(phase.who, nowMs + phase.ms, true, phase.mangling);
        nowMs += phase.ms;
        break;
      case 'frozen': {
        // From the last heartbeat that came to the first that comes again.
        const fromMs = Math.floor(nowMs / BEAT_MS) * BEAT_MS;
        const untilMs = Math.ceil((nowMs + phase.ms) / BEAT_MS) * BEAT_MS;
        frozen.push({ who: phase.who, fromMs, untilMs });
        togetherMs -= nowMs - fromMs;
        nowMs = untilMs;
        break;
      }
      case 'pause':
        at(nowMs, (world) => world.pause(`${phase.who}_door`));
        at(nowMs + phase.ms, (world) => world.pause(null));
        nowMs += phase.ms;
        break;
      case 'poor':
        for (let window = 1; window <= phase.windows + 1; window += 1) {
          const atMs = nowMs + window * WINDOW_MS;
          const audioLossPercent = window <= phase.windows ? 60 : 0;
          at(atMs, (world) => world.tell(phase.who, { source: 'line', audioLossPercent, atMs }));
        }
        // Less than ten seconds are no reason; then all of it is, until it was sound for five.
        if (phase.windows < 2) togetherMs += (phase.windows + 1) * WINDOW_MS;
        nowMs += (phase.windows + 1) * WINDOW_MS;
        break;
      case 'crash':
        at(nowMs, (world) => {
          world.isUp = false;
          world.truth.learner = world.truth.expert = false;
        });
        at(nowMs + phase.ms, (world) => world.start());
        nowMs += phase.ms;
        for (const who of ['learner', 'expert'] as const) connects(who, nowMs, true, plain);
        break;
    }
  }
  nowMs += 20_000;
  togetherMs += 20_000;
  const endMs = nowMs;
  for (let ms = 0; ms < endMs; ms += BEAT_MS)
    for (const who of ['learner', 'expert'] as const)
      if (!frozen.some((each) => each.who === who && each.fromMs < ms && ms < each.untilMs))
        at(ms, (world) => world.beat(who));
  for (let ms = 0; ms < endMs; ms += TICK_MS) at(ms, (world) => world.tick());
  return { steps, togetherMs, endMs };
}

function run(phases: readonly Phase[]): { billed: number; togetherMs: number } {
  const { steps, togetherMs, endMs } = layOut(phases);
  const world = new World();
  for (const { atMs, act } of [...steps].sort((a, b) => a.atMs - b.atMs)) {
    world.nowMs = atMs;
    act(world);
  }
  expect(world.session.state).toBe('live');
  expect(verifyLog(world.session.log, sha256).ok).toBe(true);
  return { billed: billedMs(world.session.log, endMs), togetherMs };
}

const who = fc.constantFrom<Who>('learner', 'expert');
const untouched = fc.constant({ delayMs: 0, isDoubled: false, isLost: false });
const mangled = fc.record({
  delayMs: fc.integer({ min: 0, max: 4_000 }),
  isDoubled: fc.boolean(),
  isLost: fc.boolean(),
});
/** Longer than anything that is told late, so that phases do not run into each other. */
const togetherMs = fc.integer({ min: 12_000, max: 60_000 });
const phasesWith = (mangling: fc.Arbitrary<Mangling>): fc.Arbitrary<Phase[]> => {
  const around = { togetherMs, mangling };
  return fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('gone' as const),
        who,
        ms: fc.integer({ min: 6_000, max: 90_000 }),
        ...around,
      }),
      fc.record({
        kind: fc.constant('frozen' as const),
        who,
        ms: fc.integer({ min: 20_000, max: 90_000 }),
        ...around,
      }),
      fc.record({
        kind: fc.constant('pause' as const),
        who,
        ms: fc.integer({ min: 100, max: 60_000 }),
        ...around,
      }),
      fc.record({
        kind: fc.constant('poor' as const),
        who,
        windows: fc.integer({ min: 1, max: 6 }),
        ...around,
      }),
      fc.record({
        kind: fc.constant('crash' as const),
        ms: fc.integer({ min: 500, max: 30_000 }),
        ...around,
      }),
    ),
    { maxLength: 10 },
  );
};
/** What a crash may cost the expert: the meter is written down every five seconds, and afterwards both have to be heard again. */
const crashCostMs = (phases: readonly Phase[]): number =>
  phases.filter(({ kind }) => kind === 'crash').length * (POLL_MS + BEAT_MS);

describe('the clock of a session beside a plain account of who was really there', () => {
  it('is off by less than a second when every word arrives, a crash apart, and never to the learner’s cost', () => {
    fc.assert(
      fc.property(phasesWith(untouched), (phases) => {
        const { billed, togetherMs: really } = run(phases);
        expect(billed).toBeLessThanOrEqual(really);
        expect(billed).toBeGreaterThan(really - 1_000 - crashCostMs(phases));
      }),
    );
  });

  it('never bills a second that somebody was alone in, paused or below the floor, whatever comes late, twice or never', () => {
    fc.assert(
      fc.property(phasesWith(mangled), (phases) => {
        const { billed, togetherMs: really } = run(phases);
        expect(billed).toBeLessThanOrEqual(really);
        // Who comes back is seen with the next poll at the latest.
        const goneCostMs = phases.filter(({ kind }) => kind === 'gone').length * POLL_MS;
        expect(billed).toBeGreaterThan(really - 1_000 - crashCostMs(phases) - goneCostMs);
      }),
    );
  });
});
