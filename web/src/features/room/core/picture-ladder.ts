/** What is sent of the picture, from everything to nothing: the voice goes before it. */
export const RUNGS = ['full', 'low', 'stills', 'sound'] as const;
export type Rung = (typeof RUNGS)[number];

/** How our way out was over the last measurement. */
export interface LineOut {
  /** What the other end lost of our packets, 0 to 100; null before it said anything. */
  readonly lossPercent: number | null;
  /** What the browser believes fits out; null where it does not say. */
  readonly availableBps: number | null;
}

export interface Ladder {
  readonly rung: Rung;
  /** Measurements in a row that asked for less. */
  readonly badFor: number;
  /** Measurements in a row that would carry more. */
  readonly goodFor: number;
  /** How many good ones it takes to climb; doubles each time a climb did not last. */
  readonly climbAfter: number;
  /** Measurements since the last climb. */
  readonly sinceClimb: number;
}

// A voice needs about 40 kbit/s. A picture that moves is worth sending from about 120 on, one at full size
// from 350; below, a picture now and then says more than one that stutters.
const NEEDS_BPS = { full: 350_000, low: 120_000, stills: 60_000, sound: 0 } as const;

// Lost packets are sent again, which a lossy line pays for with more loss: the less picture, the less of that.
const LOSS_MAX_PERCENT = { full: 8, low: 15, stills: 25, sound: 100 } as const;

const DOWN_AFTER = 2;
const CLIMB_AFTER_MIN = 4;
const CLIMB_AFTER_MAX = 40;
/** A climb that is taken back within so many measurements did not last. */
const CLIMB_LASTS = 8;
/** The next rung up has to fit with room to spare. */
const ROOM = 1.4;

export const TOP: Ladder = {
  rung: 'full',
  badFor: 0,
  goodFor: 0,
  climbAfter: CLIMB_AFTER_MIN,
  sinceClimb: CLIMB_LASTS,
};

/**
 * Where the picture stands after one more measurement: down as soon as two in a row ask for it, at once as
 * far as needed; up one rung at a time, when the line would have carried more for a while.
 */
export function nextLadder(before: Ladder, line: LineOut): Ladder {
  const wanted = place(rungFor(line, 1));
  const now = place(before.rung);
  const sinceClimb = before.sinceClimb + 1;
  if (wanted > now) return worse(before, RUNGS[wanted] ?? 'sound', sinceClimb);
  const couldClimb = now > 0 && place(rungFor(line, ROOM)) < now;
  if (!couldClimb) return { ...before, badFor: 0, goodFor: 0, sinceClimb };
  const goodFor = before.goodFor + 1;
  if (goodFor < before.climbAfter) return { ...before, badFor: 0, goodFor, sinceClimb };
  return {
    rung: RUNGS[now - 1] ?? 'full',
    badFor: 0,
    goodFor: 0,
    climbAfter: before.climbAfter,
    sinceClimb: 0,
  };
}

/** The best rung that fits, with so many times the room that it needs. */
export function rungFor({ lossPercent, availableBps }: LineOut, room: number): Rung {
  const fits = (rung: Rung): boolean =>
    (lossPercent ?? 0) * room <= LOSS_MAX_PERCENT[rung] &&
    (availableBps ?? Number.POSITIVE_INFINITY) >= NEEDS_BPS[rung] * room;
  return RUNGS.find(fits) ?? 'sound';
}

function worse(before: Ladder, wanted: Rung, sinceClimb: number): Ladder {
  const badFor = before.badFor + 1;
  if (badFor < DOWN_AFTER) return { ...before, badFor, goodFor: 0, sinceClimb };
  const hasFailed = before.sinceClimb < CLIMB_LASTS;
  const climbAfter = hasFailed ? Math.min(CLIMB_AFTER_MAX, before.climbAfter * 2) : CLIMB_AFTER_MIN;
  return { rung: wanted, badFor: 0, goodFor: 0, climbAfter, sinceClimb: CLIMB_LASTS };
}

function place(rung: Rung): number {
  return RUNGS.indexOf(rung);
}
