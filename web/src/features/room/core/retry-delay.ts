const DELAYS_MS = [0, 500, 1_000, 2_000, 4_000];

/** How long to wait before the given attempt, counted from zero. The first is at once. */
export function retryDelayMs(attempt: number): number {
  return DELAYS_MS[Math.min(attempt, DELAYS_MS.length - 1)] ?? 0;
}
