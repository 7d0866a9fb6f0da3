/** How this person's own connection to the room stands. */
export type RoomState = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'left';

export const NEXT_ROOM_STATES = {
  idle: ['connecting', 'left'],
  connecting: ['connected', 'reconnecting', 'left'],
  connected: ['reconnecting', 'left'],
  reconnecting: ['connected', 'left'],
  left: ['connecting'],
} as const satisfies Record<RoomState, readonly RoomState[]>;

/** Why a room was left: `replaced` means that another page of the same person took the seat. */
export type LeaveReason = 'self' | 'replaced' | 'room_closed' | 'removed' | 'refused';

export function canBecome(from: RoomState, to: RoomState): boolean {
  const next: readonly RoomState[] = NEXT_ROOM_STATES[from];
  return next.includes(to);
}
