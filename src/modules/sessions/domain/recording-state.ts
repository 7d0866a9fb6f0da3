/** The life of one recording. `discarded`: nothing of it was kept. */
export type RecordingState =
  'starting' | 'recording' | 'finishing' | 'ready' | 'failed' | 'discarded' | 'deleted';

/** Why a recording ended. */
export type RecordingEnd =
  | 'session_over'
  | 'consent_withdrawn'
  | 'not_together'
  | 'reported'
  | 'could_not_start'
  | 'broke_off';

export const RECORDING_NEXT = {
  starting: ['recording', 'finishing'],
  recording: ['finishing'],
  finishing: ['ready', 'failed', 'discarded'],
  ready: ['deleted'],
  failed: [],
  discarded: [],
  deleted: [],
} as const satisfies Record<RecordingState, readonly RecordingState[]>;

/** Media may be coming in. */
export function isTaking(state: RecordingState): boolean {
  return state === 'starting' || state === 'recording';
}

/** How often a start is tried before both are told that it will not be. */
export const START_ATTEMPTS_MAX = 3;

/** A start that brings no media by then has failed. */
export const START_SECONDS_MAX = 8;

/** Whether it ended because it could not be made, not because somebody wanted it to end: agreeing again tries again. */
export function endedInFailure(reason: RecordingEnd | null): boolean {
  return reason === 'could_not_start' || reason === 'broke_off';
}
