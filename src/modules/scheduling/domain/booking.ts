import { Temporal } from 'temporal-polyfill';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

/** An unpaid hold keeps its time for others no longer than this. */
export const HOLD_MINUTES = 10;
/** Early enough to try camera and microphone. */
export const ROOM_OPENS_MINUTES_BEFORE = 10;

export const BOOKING_NEXT = {
  held: ['confirmed', 'expired'],
  confirmed: ['live', 'cancelled', 'no_show'],
  live: ['completed'],
  completed: [],
  cancelled: [],
  expired: [],
  no_show: [],
} as const satisfies Record<string, readonly string[]>;

export type BookingState = keyof typeof BOOKING_NEXT;

/** Who did something to a booking, or did not come; `platform` is a rule or the staff. */
export type BookingParty = 'learner' | 'expert' | 'platform';

export interface Booking {
  readonly id: string;
  readonly appointmentId: string;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly state: BookingState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** While held: at that instant the hold is gone already. */
  readonly holdEndsAt: Temporal.Instant | null;
  /** What the learner wrote; may be empty. */
  readonly problem: string;
  readonly paymentId: string | null;
  /** What both agreed to: wall time in the expert's zone by that release of the zone table. */
  readonly agreed: { readonly timeZone: string; readonly local: string; readonly zones: string };
  /** Grows by one each time the booking is moved; calendars know its versions by it. */
  readonly sequence: number;
  /** Who moved it last; null while it stands where it was booked. */
  readonly movedBy: BookingParty | null;
  /** Name of the rule for calling it off that both saw when it was booked, of `CANCELLATION_POLICIES`. */
  readonly policy: string;
  /** Set with `cancelled` and `no_show`. */
  readonly endedBy: BookingParty | null;
  readonly createdAt: Temporal.Instant;
}

export function canBecome(from: BookingState, to: BookingState): boolean {
  const next: readonly BookingState[] = BOOKING_NEXT[from];
  return next.includes(to);
}

/** A hold ends at `holdEndsAt` exactly: at that instant it can no longer be confirmed. */
export function checkConfirmable(
  booking: Booking,
  now: Temporal.Instant,
): Verdict<Booking, 'hold-expired' | 'wrong-state'> {
  if (booking.state === 'expired') return refuse('hold-expired');
  if (booking.state !== 'held' || booking.holdEndsAt === null) return refuse('wrong-state');
  return Temporal.Instant.compare(now, booking.holdEndsAt) < 0
    ? accept(booking)
    : refuse('hold-expired');
}

export function roomOpensAt(startsAt: Temporal.Instant): Temporal.Instant {
  return startsAt.subtract({ minutes: ROOM_OPENS_MINUTES_BEFORE });
}

/** Reminders that people may choose from, in minutes before the start. */
export const REMINDER_MINUTES = [24 * 60, 60, 10] as const;

/** When the expert's calendars elsewhere are looked at again, by the name under which a finding is remembered as told. */
export const CONFLICT_CHECKS = {
  'conflict-24h': { minutesBefore: 24 * 60 },
  'conflict-15m': { minutesBefore: 15 },
} as const;

export type ConflictCheck = keyof typeof CONFLICT_CHECKS;

/** What people are told ahead of a booking, by the name under which it is remembered as told. */
export const NOTICES = {
  'reminder-24h': { minutesBefore: 24 * 60 },
  'reminder-1h': { minutesBefore: 60 },
  'reminder-10m': { minutesBefore: 10 },
  'room-opens': { minutesBefore: ROOM_OPENS_MINUTES_BEFORE },
} as const;

export type Notice = keyof typeof NOTICES;

/** Everything of which it is remembered that it was told. */
export type Told = Notice | ConflictCheck;

export const NOTICE_NAMES = Object.keys(NOTICES) as Notice[];

/** False in the moment after a booking was moved away, when a timer of its old time still rings. */
export function isNoticeDue(
  startsAt: Temporal.Instant,
  minutesBefore: number,
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(now, startsAt.subtract({ minutes: minutesBefore })) >= 0;
}

/** When to look for conflicts; what has passed already is left out, as the slot was free just now. */
export function conflictChecksDue(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): { check: ConflictCheck; dueAt: Temporal.Instant }[] {
  return (Object.keys(CONFLICT_CHECKS) as ConflictCheck[])
    .map((check) => ({
      check,
      dueAt: startsAt.subtract({ minutes: CONFLICT_CHECKS[check].minutesBefore }),
    }))
    .filter(({ dueAt }) => Temporal.Instant.compare(now, dueAt) < 0);
}

/**
 * When to tell what. A reminder whose time has passed when the booking is confirmed is left out; the
 * room opens at once when it is late for that.
 */
export function noticesDue(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): { notice: Notice; dueAt: Temporal.Instant }[] {
  return NOTICE_NAMES.map((notice) => ({
    notice,
    dueAt: startsAt.subtract({ minutes: NOTICES[notice].minutesBefore }),
  })).filter(
    ({ notice, dueAt }) => notice === 'room-opens' || Temporal.Instant.compare(now, dueAt) < 0,
  );
}

/** Those that are still to come or going on, next one first, then the others, last one first. */
export function nextFirst(bookings: readonly Booking[], now: Temporal.Instant): Booking[] {
  const isAhead = (booking: Booking): boolean =>
    BOOKING_NEXT[booking.state].length > 0 && Temporal.Instant.compare(now, booking.endsAt) < 0;
  const byStart = [...bookings].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  return [...byStart.filter(isAhead), ...byStart.filter((booking) => !isAhead(booking)).reverse()];
}
