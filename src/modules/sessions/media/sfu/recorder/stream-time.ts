/** Where the numbers of one stream stand in the time of the recording. */
export interface StreamTime {
  readonly anchorMs: number;
  /** RTP time, counted on past its 32 bits. */
  readonly anchorTicks: number;
  readonly lastTicks: number;
  readonly lastMs: number;
}

/** A stream that is further from its arrival than this was paused or began anew. */
const ASTRAY_MS = 500;
const UINT32 = 0x1_0000_0000;

/**
 * The moment of a packet within the recording: by its own RTP time, because arrival is uneven; by its arrival again when
 * the two have parted, as after a pause. Moments of one stream never go back.
 *
 * @param before      null for the first packet
 * @param arrivedMs   milliseconds from the beginning of the recording
 * @param clockRate   ticks a second
 */
export function momentOf(
  before: StreamTime | null,
  timestamp: number,
  arrivedMs: number,
  clockRate: number,
): StreamTime {
  if (before === null) return anchoredAt(Math.max(0, arrivedMs), timestamp);
  const ticks = before.lastTicks + stepBetween(before.lastTicks, timestamp);
  const byTicksMs = before.anchorMs + ((ticks - before.anchorTicks) * 1000) / clockRate;
  if (Math.abs(byTicksMs - arrivedMs) > ASTRAY_MS)
    return anchoredAt(Math.max(before.lastMs, arrivedMs), ticks);
  return { ...before, lastTicks: ticks, lastMs: Math.max(before.lastMs, byTicksMs) };
}

function anchoredAt(ms: number, ticks: number): StreamTime {
  return { anchorMs: ms, anchorTicks: ticks, lastTicks: ticks, lastMs: ms };
}

function stepBetween(ticks: number, timestamp: number): number {
  const low = ((ticks % UINT32) + UINT32) % UINT32;
  const step = (((timestamp - low) % UINT32) + UINT32) % UINT32;
  return step >= UINT32 / 2 ? step - UINT32 : step;
}
