import { Temporal } from 'temporal-polyfill';
import { rangeOf } from '../../../shared/time/half-open-range.js';
import { type Tick, ticksOf } from './ticks.js';

/**
 * `held` until it is paid or answered, `kept` from then on, `ended` when it is over; `released` when
 * it never came about. Only held and kept ones claim time.
 */
export const APPOINTMENT_NEXT = {
  held: ['kept', 'released'],
  kept: ['ended', 'released'],
  ended: [],
  released: [],
} as const satisfies Record<string, readonly string[]>;

export type AppointmentState = keyof typeof APPOINTMENT_NEXT;

/** Time of an expert that is taken, and of the learners who take part. */
export interface Appointment {
  readonly id: string;
  /** What it came from. */
  readonly kind: 'booking' | 'help_request';
  readonly expertId: string;
  readonly listingId: string;
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  /** Of a help request: with the time to answer before the call and to say goodbye after it. */
  readonly endsAt: Temporal.Instant;
  /** Of the expert's time only, after the end. */
  readonly bufferMinutes: number;
  /** How long the call may last. */
  readonly ceilingMinutes: number;
}

/** One tick of one person. Each can be claimed once. */
export interface Claim {
  readonly personId: string;
  readonly tick: Tick;
}

/** What an appointment claims: every tick it touches, for the expert with the buffer, for each learner without. Sorted, because rival inserts in one order wait instead of deadlocking. */
export function claimsOf(appointment: Appointment, learnerIds: readonly string[]): Claim[] {
  const { startsAt, endsAt, expertId, bufferMinutes } = appointment;
  const expertTicks = ticksOf(rangeOf(startsAt, endsAt.add({ minutes: bufferMinutes })));
  const learnerTicks = ticksOf(rangeOf(startsAt, endsAt));
  const claims = [
    ...expertTicks.map((tick) => ({ personId: expertId, tick })),
    ...learnerIds.flatMap((personId) => learnerTicks.map((tick) => ({ personId, tick }))),
  ];
  return claims.sort((a, b) =>
    a.personId === b.personId ? a.tick - b.tick : a.personId < b.personId ? -1 : 1,
  );
}
