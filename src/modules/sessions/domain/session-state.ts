/** How far a session is. */
export type SessionState = 'waiting' | 'live' | 'interrupted' | 'ended' | 'settled';

export const NEXT_STATES = {
  waiting: ['live', 'ended'],
  live: ['interrupted', 'ended'],
  interrupted: ['live', 'ended'],
  ended: ['settled'],
  settled: [],
} as const satisfies Record<SessionState, readonly SessionState[]>;

/** Why a session is over. */
export type EndReason =
  | 'ended_by_learner'
  | 'ended_by_expert'
  | 'learner_left'
  | 'expert_left'
  | 'ceiling'
  | 'paused_too_long'
  | 'learner_never_came'
  | 'expert_never_came'
  | 'nobody_came';

export function mayBecome(from: SessionState, to: SessionState): boolean {
  return (NEXT_STATES[from] as readonly SessionState[]).includes(to);
}

export function isOver(state: SessionState): boolean {
  return state === 'ended' || state === 'settled';
}
