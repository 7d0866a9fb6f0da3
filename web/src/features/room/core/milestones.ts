/** When more time is offered: long enough to decide together, short enough not to nag. */
export const CEILING_WARNING_SECONDS = 300;

/** What of the room is told to somebody who cannot see it. */
export interface RoomNow {
  readonly isOtherHere: boolean;
  readonly isMuted: boolean;
  readonly isRunning: boolean;
  readonly remainingSeconds: number;
  /** One of the two, or the bank, lets the meter stand. */
  readonly isPaused: boolean;
  /** More time that the other one asks for, or that was granted. */
  readonly proposal: 'asked' | 'granted' | null;
}

export type Milestone =
  'joined' | 'muted' | 'unmuted' | 'ceiling' | 'paused' | 'goesOn' | 'moreAsked' | 'moreGranted';

export function isCeilingNear({ isRunning, remainingSeconds }: RoomNow): boolean {
  return isRunning && remainingSeconds <= CEILING_WARNING_SECONDS;
}

/** What has happened between two looks at the room; one thing at a time, what was done here oneself first. */
export function milestoneBetween(before: RoomNow, now: RoomNow): Milestone | null {
  if (now.isMuted !== before.isMuted) return now.isMuted ? 'muted' : 'unmuted';
  if (now.isOtherHere && !before.isOtherHere) return 'joined';
  if (now.isPaused !== before.isPaused) return now.isPaused ? 'paused' : 'goesOn';
  if (now.proposal !== before.proposal && now.proposal !== null)
    return now.proposal === 'asked' ? 'moreAsked' : 'moreGranted';
  if (isCeilingNear(now) && !isCeilingNear(before)) return 'ceiling';
  return null;
}
