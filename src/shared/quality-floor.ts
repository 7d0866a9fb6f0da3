/**
 * What a line has to carry to be worth paying for: the one table that the meter and the guarantee go by.
 * Opus hides single lost packets; from about a fifth on, words are lost with them.
 */
export const QUALITY_FLOOR = {
  /** Sound lost on the way, per cent of the packets, in either direction of a person's line. */
  audioLossPercentMax: 20,
  /** As long as that before nobody pays for it; then all of it counts, from its beginning. */
  poorMs: 10_000,
  /** As long as that above the floor before it is paid for again. */
  soundMs: 5_000,
  /** The media server measures in stretches of this length; what it says holds for the stretch before. */
  measuredMs: 5_000,
  /** From this share of the time together on, a claim for a poor line is a clear case. */
  clearCaseShare: 1 / 3,
} as const;
