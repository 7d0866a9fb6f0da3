import { Temporal } from 'temporal-polyfill';
import {
  type Booking,
  type BookingParty,
  type BookingState,
  roomOpensAt,
} from '../domain/booking.js';
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
