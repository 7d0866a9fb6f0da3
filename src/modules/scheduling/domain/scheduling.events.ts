import type { DomainEvent } from '../../../shared/domain-event.js';
import type { BookingParty } from './booking.js';
import type { RingOutcome } from './help-request.js';
import type { MoveReason } from './reschedule.js';
import type { PlaceState } from './waiting-line.js';
import type { PresenceState } from './presence.js';

export interface BookingFacts {
  readonly bookingId: string;
  readonly appointmentId: string;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  /** RFC 3339, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface HelpRequestFacts {
  readonly helpRequestId: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly paymentId: string | null;
}

export interface RingFacts {
  readonly ringId: string;
  readonly helpRequestId: string;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
}

/** Events of one booking, of one help request with its rings, of one expert's presence and of one place in a line come in order. */
export interface SchedulingEvents {
  'scheduling.booking.held': BookingFacts & { readonly holdEndsAt: string };
  'scheduling.booking.confirmed': BookingFacts & { readonly paymentId: string | null };
  'scheduling.booking.cancelled': BookingFacts & {
    readonly by: BookingParty;
    /** Of the price, by the rule both agreed to: zero where nothing is to be paid. */
    readonly chargePercent: number;
    readonly sequence: number;
    readonly paymentId: string | null;
  };
  /** The same booking at another time: nothing was called off, and nothing is to be paid back. */
  'scheduling.booking.rescheduled': BookingFacts & {
    readonly by: BookingParty;
    readonly reason: MoveReason;
    readonly sequence: number;
    readonly fromStartsAt: string;
    readonly fromEndsAt: string;
    readonly paymentId: string | null;
  };
  /** A new zone table moved the agreed clock time onto another appointment, so the instant stayed. */
  'scheduling.booking.zone-conflict': BookingFacts & {
    readonly agreedLocal: string;
    readonly timeZone: string;
  };
  /** The expert is busy elsewhere at the time of the booking. */
  'scheduling.booking.conflict-found': BookingFacts & {
    readonly minutesBefore: number;
    readonly calendarBusyFrom: string;
    readonly calendarBusyUntil: string;
  };
  /** The hold ended, or was given back, before it was confirmed. */
  'scheduling.booking.expired': BookingFacts & { readonly paymentId: string | null };
  'scheduling.booking.reminder-due': BookingFacts & { readonly minutesBefore: number };
  'scheduling.booking.room-opens': BookingFacts;
  'scheduling.help-request.ringing': HelpRequestFacts;
  'scheduling.help-request.accepted': HelpRequestFacts & {
    readonly ringId: string;
    readonly expertId: string;
    readonly appointmentId: string;
    readonly ceilingMinutes: number;
  };
  /** Everybody was asked or gone. */
  'scheduling.help-request.unanswered': HelpRequestFacts;
  'scheduling.help-request.withdrawn': HelpRequestFacts;
  /** Nobody was rung: the payment was refused or never finished. */
  'scheduling.help-request.failed': HelpRequestFacts & { readonly code: string };
  'scheduling.ring.started': RingFacts & { readonly endsAt: string };
  'scheduling.ring.ended': RingFacts & {
    readonly outcome: RingOutcome;
    /** It was called off because another expert accepted. */
    readonly wasSlower: boolean;
  };
  /** A place in the line of an expert. */
  'scheduling.place.changed': {
    readonly placeId: string;
    readonly expertId: string;
    readonly learnerId: string;
    readonly listingId: string;
    readonly state: PlaceState;
    readonly turnEndsAt: string | null;
  };
  'scheduling.presence.changed': { readonly expertId: string; readonly state: PresenceState };
}

export type SchedulingEvent<Name extends keyof SchedulingEvents = keyof SchedulingEvents> =
  Name extends keyof SchedulingEvents ? DomainEvent<Name, SchedulingEvents[Name]> : never;

export type PresenceChanged = SchedulingEvent<'scheduling.presence.changed'>;
