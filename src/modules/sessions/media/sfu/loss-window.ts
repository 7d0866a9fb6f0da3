/** Counts what arrived of one numbered stream, window by window. */
export interface LossWindow {
  /** Highest number so far, counted on past 65535; null before the first packet. */
  readonly highest: number | null;
  readonly expectedFrom: number;
  readonly received: number;
}

export const EMPTY_LOSS_WINDOW: LossWindow = { highest: null, expectedFrom: 0, received: 0 };

/** More than this far from the last number means that the stream began anew. */
const JUMP = 3_000;

export function countPacket(window: LossWindow, sequenceNumber: number): LossWindow {
  if (window.highest === null) return restart(sequenceNumber);
  const step = ((sequenceNumber - (window.highest & 0xffff) + 0x1_8000) & 0xffff) - 0x8000;
  if (Math.abs(step) > JUMP) return restart(sequenceNumber);
  return {
    ...window,
    highest: step > 0 ? window.highest + step : window.highest,
    received: window.received + 1,
  };
}

/**
 * Ends a window.
 *
 * @returns per cent of the numbers passed that never came, 0 to 100; null when none were passed
 */
export function closeWindow(window: LossWindow): { lossPercent: number | null; next: LossWindow } {
  if (window.highest === null) return { lossPercent: null, next: window };
  const expected = window.highest + 1 - window.expectedFrom;
  const next = { highest: window.highest, expectedFrom: window.highest + 1, received: 0 };
  if (expected <= 0) return { lossPercent: null, next };
  const lost = Math.max(0, expected - window.received);
  return { lossPercent: (100 * lost) / expected, next };
}

function restart(sequenceNumber: number): LossWindow {
  return { highest: sequenceNumber, expectedFrom: sequenceNumber, received: 1 };
}
