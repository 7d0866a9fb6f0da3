/** Whoever is called has this long to ask; after that the next one is called. */
export const TURN_MINUTES = 3;
/** Longer nobody waits for help now. */
export const WAITING_HOURS_MAX = 4;
/** In one line; further back nobody would be served today. */
export const LINE_LENGTH_MAX = 20;
/** A typical length from fewer calls would be a guess. */
const CALLS_FOR_TYPICAL_MIN = 5;
/** Older calls say little about this one. */
export const CALLS_REMEMBERED = 20;

/**
 * `waiting` until the expert is free, `called` while it is one's turn. A place is kept - `waiting` again -
 * when the expert was taken by somebody else during the turn, and `lost` when they were free and nobody asked.
 */
export const PLACE_NEXT = {
  waiting: ['called', 'served', 'left', 'lost'],
  called: ['waiting', 'served', 'left', 'lost'],
  served: [],
  left: [],
  lost: [],
} as const satisfies Record<string, readonly string[]>;

export type PlaceState = keyof typeof PLACE_NEXT;

/** What is known of when an expert will be free. */
export interface LineFacts {
  /** From 1. */
  readonly place: number;
  /** The call that the expert is in; null when they are in none. */
  readonly call: { readonly minutesSoFar: number; readonly minutesLeftMax: number } | null;
  /** Lengths of the expert's last calls in minutes, in any order. */
  readonly lastCalls: readonly number[];
}

/** @property isAtMost the ceiling of the running call, rather than what calls of this expert usually take */
export interface Estimate {
  readonly minutes: number;
  readonly isAtMost: boolean;
}

/**
 * When it may be one's turn: from the running call's ceiling and how long calls of this expert usually
 * take. Never a guess: null where neither is known.
 */
export function estimateOf({ place, call, lastCalls }: LineFacts): Estimate | null {
  if (call === null) return null;
  const typical = typicalOf(lastCalls);
  if (typical !== null) {
    const ofThisCall = Math.min(Math.max(typical - call.minutesSoFar, 1), call.minutesLeftMax);
    return { minutes: Math.ceil(ofThisCall + (place - 1) * typical), isAtMost: false };
  }
  return place === 1 ? { minutes: Math.ceil(call.minutesLeftMax), isAtMost: true } : null;
}

/** The median; null while there are too few. */
function typicalOf(lengths: readonly number[]): number | null {
  if (lengths.length < CALLS_FOR_TYPICAL_MIN) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (upper + lower) / 2;
}
