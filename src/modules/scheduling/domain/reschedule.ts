import { Temporal } from 'temporal-polyfill';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { Booking, BookingParty } from './booking.js';

/** Each side may move a booking this often; after that it is cancelled and made anew. */
export const MOVES_MAX = 3;

/** Before the start as it stands, so that the other side does not wait in vain. */
export const MOVE_UNTIL_HOURS_BEFORE = { learner: 24, expert: 1 } as const;

/** `chosen` by one of the two; `zones` when a law moved the clocks and what was agreed on them stayed. */
export type MoveReason = 'chosen' | 'zones';

/** One move of a booking. The number grows by one with each and is what calendars know it by. */
export interface BookingMove {
  readonly sequence: number;
  readonly by: BookingParty;
  readonly reason: MoveReason;
  readonly fromStartsAt: Temporal.Instant;
  readonly fromEndsAt: Temporal.Instant;
  readonly toStartsAt: Temporal.Instant;
  readonly toEndsAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

export type MoveRefusal = 'not-confirmed' | 'too-late' | 'too-often';

/** Whether one of the two may move the booking now; the last moment itself still counts. */
export function checkMovable(
  booking: Booking,
  by: 'learner' | 'expert',
  earlier: readonly BookingMove[],
  now: Temporal.Instant,
): Verdict<Booking, MoveRefusal> {
  if (booking.state !== 'confirmed') return refuse('not-confirmed');
  const lastMoment = booking.startsAt.subtract({ hours: MOVE_UNTIL_HOURS_BEFORE[by] });
  if (Temporal.Instant.compare(now, lastMoment) > 0) return refuse('too-late');
  if (earlier.filter((move) => move.by === by).length >= MOVES_MAX) return refuse('too-often');
  return accept(booking);
}
