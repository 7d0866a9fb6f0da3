/** What one person's browser may send, all sources together. 720p and a readable screen fit in. */
export const BUDGET_BPS_MAX = 3_000_000;

/** Below this not even a picture now and then is worth sending: the sender sees it and stops, and the voice goes on. */
export const BUDGET_BPS_MIN = 40_000;

/** How fast a budget recovers, each second. */
const GROWTH = 1.15;

/** One listener's line: what its browser believes fits, and what is being sent to it, headers not counted on either side. */
export interface ListenerLine {
  /** REMB of the browser; null before it said anything. */
  readonly estimateBps: number | null;
  /** Whether that went down since it was looked at last. */
  readonly hasFallen: boolean;
  readonly sentBps: number;
  /** How many people's pictures share this line, one or more. */
  readonly pictures: number;
}

/**
 * What a sender may use next, from what the lines of its listeners carry.
 *
 * A browser never estimates much above what it receives, so a low estimate alone means nothing. One
 * that falls, and under what is sent, means that packets queue: then the sender gets its share of it.
 */
export function nextBudget(beforeBps: number, lines: readonly ListenerLine[]): number {
  const shares = lines.flatMap(({ estimateBps, hasFallen, sentBps, pictures }) =>
    estimateBps !== null && hasFallen && estimateBps < sentBps ? [estimateBps / pictures] : [],
  );
  const wanted = shares.length > 0 ? Math.min(beforeBps, ...shares) : beforeBps * GROWTH;
  return Math.round(Math.min(BUDGET_BPS_MAX, Math.max(BUDGET_BPS_MIN, wanted)));
}

/** The mantissa (18 bits) and exponent in which REMB writes a bit rate. */
export function rembParts(bps: number): { mantissa: number; exponent: number } {
  let exponent = 0;
  while (bps / 2 ** exponent >= 2 ** 18) exponent += 1;
  return { mantissa: Math.floor(bps / 2 ** exponent), exponent };
}
