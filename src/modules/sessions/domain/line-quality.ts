import { QUALITY_FLOOR } from '../../../shared/quality-floor.js';

/** How one person's line was lately, as the media server measures it. Times are epoch milliseconds. */
export interface LineQuality {
  /** Nobody pays while it is. */
  readonly isBelowFloor: boolean;
  /** Since when every measured stretch was poor; null while they are not. */
  readonly poorSinceMs: number | null;
  readonly soundSinceMs: number | null;
}

/** Also a line that nobody measures: without proof of the opposite it is good. */
export const SOUND_LINE: LineQuality = {
  isBelowFloor: false,
  poorSinceMs: null,
  soundSinceMs: null,
};

/** Takes in what was lost in the stretch that ends at `atMs`. */
export function noteLoss(line: LineQuality, lossPercent: number, atMs: number): LineQuality {
  const beginMs = atMs - QUALITY_FLOOR.measuredMs;
  if (lossPercent > QUALITY_FLOOR.audioLossPercentMax) {
    const poorSinceMs = line.poorSinceMs ?? beginMs;
    const isBelowFloor = line.isBelowFloor || atMs - poorSinceMs >= QUALITY_FLOOR.poorMs;
    return { isBelowFloor, poorSinceMs, soundSinceMs: null };
  }
  const soundSinceMs = line.soundSinceMs ?? beginMs;
  const isBelowFloor = line.isBelowFloor && atMs - soundSinceMs < QUALITY_FLOOR.soundMs;
  return { isBelowFloor, poorSinceMs: null, soundSinceMs };
}
