export type RecordedSource = 'camera' | 'microphone' | 'screen';

/**
 * Why nothing was kept of a source for a while.
 *
 * - `off`: its owner had it off, or was not there;
 * - `restart`: whoever records was started again;
 * - `lost`: it was on and did not arrive.
 */
export type GapReason = 'off' | 'restart' | 'lost';

/** Nothing of one source between two moments, in milliseconds from the beginning of the recording. */
export interface RecordingGap {
  readonly personId: string;
  readonly source: RecordedSource;
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: GapReason;
}
