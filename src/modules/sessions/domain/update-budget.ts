/** How much somebody may say at once, and how fast that comes back. */
export interface Budget {
  readonly left: number;
  readonly atMs: number;
}

export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** Pages say what was typed five times a second at most; twice that is room for a line that catches up. */
export const UPDATES: Allowance = { perSecond: 10, burst: 40 };
export const CURSORS: Allowance = { perSecond: 10, burst: 20 };

/** @returns what is left after one more, or null when it is too much */
export function spend(before: Budget | null, allowance: Allowance, atMs: number): Budget | null {
  const rested =
    before === null
      ? allowance.burst
      : before.left + (Math.max(0, atMs - before.atMs) / 1000) * allowance.perSecond;
  const left = Math.min(allowance.burst, rested) - 1;
  return left < 0 ? null : { left, atMs };
}
