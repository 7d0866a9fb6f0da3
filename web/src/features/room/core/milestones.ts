/** In good time: long enough to decide together, short enough not to nag. */
export const CEILING_WARNING_SECONDS = 180;

/** What of the room is told to somebody who cannot see it. */
export interface RoomNow {
  readonly isOtherHere: boolean;
  readonly isMuted: boolean;
  readonly isRunning: boolean;
  readonly remainingSeconds: number;
}

export type Milestone = 'joined' | 'muted' | 'unmuted' | 'ceiling';

export function isCeilingNear({ isRunning, remainingSeconds }: RoomNow): boolean {
  return isRunning && remainingSeconds <= CEILING_WARNING_SECONDS;
}

/** What has happened between two looks at the room; one thing at a time, what was done here oneself first. */
export function milestoneBetween(before: RoomNow, now: RoomNow): Milestone | null {
  if (now.isMuted !== before.isMuted) return now.isMuted ? 'muted' : 'unmuted';
  if (now.isOtherHere && !before.isOtherHere) return 'joined';
  if (isCeilingNear(now) && !isCeilingNear(before)) return 'ceiling';
  return null;
}
