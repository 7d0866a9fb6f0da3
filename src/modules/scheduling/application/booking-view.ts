import { Temporal } from 'temporal-polyfill';
import {
  type Booking,
  type BookingParty,
  type BookingState,
  roomOpensAt,
} from '../domain/booking.js';
import type { BookingMove, MoveReason } from '../domain/reschedule.js';
import type { BookingFacts } from '../domain/scheduling.events.js';

/** A booking as its two parties see it. Times are RFC 3339, UTC. */
export interface BookingView {
  readonly id: string;
  readonly appointmentId: string;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly state: BookingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly holdEndsAt: string | null;
  readonly roomOpensAt: string;
  readonly problem: string;
  readonly paymentId: string | null;
  /** What was agreed, on the expert's clock. */
  readonly agreed: { readonly timeZone: string; readonly local: string };
  /** How often it was moved. */
  readonly sequence: number;
  readonly movedBy: BookingParty | null;
  readonly policy: string;
  /** Who cancelled, or who did not come. */
  readonly endedBy: BookingParty | null;
}

export function bookingViewOf(booking: Booking, now: Temporal.Instant): BookingView {
  return {
    id: booking.id,
    appointmentId: booking.appointmentId,
    expertId: booking.expertId,
    learnerId: booking.learnerId,
    listingId: booking.listingId,
    state: shownState(booking, now),
    startsAt: booking.startsAt.toString(),
    endsAt: booking.endsAt.toString(),
    holdEndsAt: booking.holdEndsAt?.toString() ?? null,
    roomOpensAt: roomOpensAt(booking.startsAt).toString(),
    problem: booking.problem,
    paymentId: booking.paymentId,
    agreed: { timeZone: booking.agreed.timeZone, local: booking.agreed.local },
    sequence: booking.sequence,
    movedBy: booking.movedBy,
    policy: booking.policy,
    endedBy: booking.endedBy,
  };
}

export function bookingFactsOf(booking: Booking): BookingFacts {
  return {
    bookingId: booking.id,
    appointmentId: booking.appointmentId,
    expertId: booking.expertId,
    learnerId: booking.learnerId,
    listingId: booking.listingId,
    startsAt: booking.startsAt.toString(),
    endsAt: booking.endsAt.toString(),
  };
}

/** A hold is over at its end, also in the moment before that is written down. */
function shownState({ state, holdEndsAt }: Booking, now: Temporal.Instant): BookingState {
  const isOver =
    state === 'held' && holdEndsAt !== null && Temporal.Instant.compare(now, holdEndsAt) >= 0;
  return isOver ? 'expired' : state;
}

/** One move of a booking, as its two parties see it. Times are RFC 3339, UTC. */
export interface BookingMoveView {
  readonly by: BookingParty;
  readonly reason: MoveReason;
  readonly fromStartsAt: string;
  readonly toStartsAt: string;
  readonly changedAt: string;
}

export function bookingMoveViewOf(move: BookingMove): BookingMoveView {
  return {
    by: move.by,
    reason: move.reason,
    fromStartsAt: move.fromStartsAt.toString(),
    toStartsAt: move.toStartsAt.toString(),
    changedAt: move.changedAt.toString(),
  };
}
