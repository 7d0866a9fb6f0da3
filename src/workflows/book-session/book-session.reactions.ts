import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade, type PersonView } from '../../modules/accounts/index.js';
import { BillingFacade } from '../../modules/billing/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { NotificationsFacade, type Topic } from '../../modules/notifications/index.js';
import {
  type BookingView,
  type SchedulingEvent,
  SchedulingFacade,
} from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { LocalTimes } from '../../platform/time/local-times.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { ChargeLateCancellation } from '../cancel-booking/charge-late-cancellation.js';
import { RecordingTermsOfSession } from '../keep-recordings/recording-terms.js';
import { BookSession } from './book-session.js';
import { BookingInvitations } from './booking-invitations.js';

/** After the start, whoever has not come by then is not expected any more. */
const COME_WITHIN_MINUTES = 10;

type BookingEvent = SchedulingEvent<
  | 'scheduling.booking.confirmed'
  | 'scheduling.booking.cancelled'
  | 'scheduling.booking.rescheduled'
  | 'scheduling.booking.zone-conflict'
  | 'scheduling.booking.conflict-found'
  | 'scheduling.booking.expired'
  | 'scheduling.booking.reminder-due'
  | 'scheduling.booking.room-opens'
>;

/** How the two are told. */
interface Telling {
  /** What the calendar file that goes along does. */
  readonly invite?: 'request' | 'cancel';
  /** Where a booking stood before it was moved; RFC 3339, UTC. */
  readonly before?: string;
  /** Of a reminder, which only those get who want it. */
  readonly minutesBefore?: number;
}

/** What follows from a booking: mails with the calendar file, reminders, the room in time, money let go. */
@Injectable()
export class BookSessionReactions {
  constructor(
    private readonly booking: BookSession,
    private readonly scheduling: SchedulingFacade,
    private readonly sessions: SessionsFacade,
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly notifications: NotificationsFacade,
    private readonly realtime: Realtime,
    private readonly localTimes: LocalTimes,
    private readonly lateCharge: ChargeLateCancellation,
    private readonly invitations: BookingInvitations,
    private readonly recordingTerms: RecordingTermsOfSession,
  ) {}

  @OnEvent('scheduling.booking.confirmed', 'tell-both.on-booking-confirmed')
  confirmed(event: SchedulingEvent<'scheduling.booking.confirmed'>): Promise<void> {
    return this.tellBoth(event, 'bookingConfirmed', { invite: 'request' });
  }

  /** The same entry in both calendars, at its new place. No money moves: nothing was called off. */
  @OnEvent('scheduling.booking.rescheduled', 'tell-both.on-booking-rescheduled')
  rescheduled(event: SchedulingEvent<'scheduling.booking.rescheduled'>): Promise<void> {
    const topic = event.data.reason === 'zones' ? 'bookingFollowsClock' : 'bookingRescheduled';
    return this.tellBoth(event, topic, { invite: 'request', before: event.data.fromStartsAt });
  }

  @OnEvent('scheduling.booking.zone-conflict', 'tell-both.on-zone-conflict')
  zoneConflict(event: SchedulingEvent<'scheduling.booking.zone-conflict'>): Promise<void> {
    return this.tellBoth(event, 'bookingClockConflict', { invite: 'request' });
  }

  @OnEvent('scheduling.booking.conflict-found', 'tell-expert.on-conflict-found')
  async conflictFound(event: SchedulingEvent<'scheduling.booking.conflict-found'>): Promise<void> {
    const { bookingId, expertId, learnerId } = event.data;
    const booking = await this.scheduling.booking(bookingId, expertId);
    if (booking.state !== 'confirmed') return;
    const people = await this.accounts.people([expertId, learnerId]);
    const [expert, learner] = [people.get(expertId), people.get(learnerId)];
    if (expert)
      await this.tell(event.eventId, 'calendarConflict', booking, expert, learner?.displayName, {});
  }

  @OnEvent('scheduling.booking.reminder-due', 'tell-both.on-reminder-due')
  reminder(event: SchedulingEvent<'scheduling.booking.reminder-due'>): Promise<void> {
    return this.tellBoth(event, 'bookingReminder', { minutesBefore: event.data.minutesBefore });
  }

  @OnEvent('scheduling.booking.cancelled', 'let-go-and-tell.on-booking-cancelled')
  async cancelled(event: SchedulingEvent<'scheduling.booking.cancelled'>): Promise<void> {
    const { paymentId, bookingId, chargePercent } = event.data;
    if (chargePercent > 0) await this.lateCharge.charge(event);
    else if (paymentId !== null)
      await this.billing.void(paymentId, `booking:${bookingId}:cancelled`);
    await this.tellBoth(event, 'bookingCancelled', { invite: 'cancel' });
  }

  @OnEvent('scheduling.booking.expired', 'let-go.on-booking-expired')
  async expired({ data }: SchedulingEvent<'scheduling.booking.expired'>): Promise<void> {
    if (data.paymentId !== null)
      await this.billing.void(data.paymentId, `booking:${data.bookingId}:expired`);
    this.tellPages(data);
  }

  @OnEvent('scheduling.booking.room-opens', 'open-session.on-room-opens')
  async openRoom({ data }: SchedulingEvent<'scheduling.booking.room-opens'>): Promise<void> {
    const booking = await this.scheduling.booking(data.bookingId, data.learnerId);
    if (booking.state !== 'confirmed') return;
    const learner = await this.accounts.person(data.learnerId);
    const [listing] = await this.catalog.liveListings([data.listingId], learner.language);
    if (!listing) return;
    const payment =
      booking.paymentId === null ? null : await this.billing.payment(booking.paymentId);
    const quote = await this.booking.price(listing, askerOf(learner));
    const startsAt = Temporal.Instant.from(booking.startsAt);
    const session = await this.sessions.open({
      sourceKind: 'booking',
      sourceId: booking.id,
      appointmentId: booking.appointmentId,
      listingId: booking.listingId,
      listingTitle: listing.title,
      problem: booking.problem,
      learnerId: booking.learnerId,
      expertId: booking.expertId,
      terms: {
        model: listing.price.model,
        unit: quote?.unit ?? { amountMinor: 0n, currency: listing.price.currency },
        freeMinutes: listing.price.freeMinutes,
      },
      ceilingMinutes: startsAt.until(Temporal.Instant.from(booking.endsAt)).total('minutes'),
      ceiling: payment?.amount ?? null,
      paymentId: booking.paymentId,
      expertIsGenerated: await this.scheduling.answersByItself(data.expertId),
      opensAt: Temporal.Instant.from(booking.roomOpensAt),
      waitUntil: startsAt.add({ minutes: COME_WITHIN_MINUTES }),
    });
    await this.recordingTerms.set(session);
    this.tellPages(data);
  }

  private async tellBoth(event: BookingEvent, topic: Topic, telling: Telling): Promise<void> {
    const booking = await this.scheduling.booking(event.data.bookingId, event.data.learnerId);
    const people = await this.accounts.people([booking.learnerId, booking.expertId]);
    for (const personId of [booking.learnerId, booking.expertId]) {
      const person = people.get(personId);
      const other = people.get(
        personId === booking.learnerId ? booking.expertId : booking.learnerId,
      );
      if (person && (await this.wants(personId, telling)))
        await this.tell(event.eventId, topic, booking, person, other?.displayName, telling);
    }
    this.tellPages(event.data);
  }

  private async wants(personId: string, { minutesBefore }: Telling): Promise<boolean> {
    if (minutesBefore === undefined) return true;
    return (await this.scheduling.remindersOf(personId)).includes(minutesBefore);
  }

  private async tell(
    eventId: string,
    topic: Topic,
    booking: BookingView,
    person: PersonView,
    other: string | undefined,
    { invite, before }: Telling,
  ): Promise<void> {
    const [listing] = await this.catalog.liveListings([booking.listingId], person.language);
    const clock = (instant: string): string =>
      this.localTimes.format(instant, person.timeZone, person.language);
    await this.notifications.tell({
      key: `${eventId}:${person.id}`,
      personId: person.id,
      topic,
      facts: {
        title: listing?.title ?? '',
        other: other ?? '',
        when: clock(booking.startsAt),
        ...(before === undefined ? {} : { before: clock(before) }),
      },
      path: `/bookings/${booking.id}`,
      ...(invite === undefined
        ? {}
        : { calendar: await this.invitations.mailed(booking, person, invite) }),
    });
  }

  private tellPages(data: { bookingId: string; learnerId: string; expertId: string }): void {
    for (const personId of [data.learnerId, data.expertId])
      this.realtime.toPerson(personId, 'booking.changed', { bookingId: data.bookingId });
  }
}

function askerOf(person: PersonView): Asker {
  return { person, country: person.country, language: person.language };
}
