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
import { AppConfig } from '../../platform/config/config.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { LocalTimes } from '../../platform/time/local-times.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { BookSession, minutesOf } from './book-session.js';
import { calendarFileOf } from './calendar-file.js';

/** After the start, whoever has not come by then is not expected any more. */
const COME_WITHIN_MINUTES = 10;

type BookingEvent = SchedulingEvent<
  | 'scheduling.booking.confirmed'
  | 'scheduling.booking.cancelled'
  | 'scheduling.booking.expired'
  | 'scheduling.booking.reminder-due'
  | 'scheduling.booking.room-opens'
>;

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
    private readonly config: AppConfig,
  ) {}

  @OnEvent('scheduling.booking.confirmed', 'tell-both.on-booking-confirmed')
  confirmed(event: SchedulingEvent<'scheduling.booking.confirmed'>): Promise<void> {
    return this.tellBoth(event, 'bookingConfirmed');
  }

  @OnEvent('scheduling.booking.reminder-due', 'tell-both.on-reminder-due')
  reminder(event: SchedulingEvent<'scheduling.booking.reminder-due'>): Promise<void> {
    return this.tellBoth(event, 'bookingReminder');
  }

  @OnEvent('scheduling.booking.cancelled', 'let-go-and-tell.on-booking-cancelled')
  async cancelled(event: SchedulingEvent<'scheduling.booking.cancelled'>): Promise<void> {
    const { paymentId, bookingId } = event.data;
    if (paymentId !== null) await this.billing.void(paymentId, `booking:${bookingId}:cancelled`);
    await this.tellBoth(event, 'bookingCancelled');
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
    await this.sessions.open({
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
      ceilingMinutes: minutesOf(listing),
      ceiling: payment?.amount ?? null,
      paymentId: booking.paymentId,
      expertIsGenerated: await this.scheduling.answersByItself(data.expertId),
      opensAt: Temporal.Instant.from(booking.roomOpensAt),
      waitUntil: Temporal.Instant.from(booking.startsAt).add({ minutes: COME_WITHIN_MINUTES }),
    });
    this.tellPages(data);
  }

  private async tellBoth(event: BookingEvent, topic: Topic): Promise<void> {
    const booking = await this.scheduling.booking(event.data.bookingId, event.data.learnerId);
    const people = await this.accounts.people([booking.learnerId, booking.expertId]);
    for (const personId of [booking.learnerId, booking.expertId]) {
      const person = people.get(personId);
      const other = people.get(
        personId === booking.learnerId ? booking.expertId : booking.learnerId,
      );
      if (person) await this.tell(event.eventId, topic, booking, person, other?.displayName ?? '');
    }
    this.tellPages(event.data);
  }

  private async tell(
    eventId: string,
    topic: Topic,
    booking: BookingView,
    person: PersonView,
    other: string,
  ): Promise<void> {
    const [listing] = await this.catalog.liveListings([booking.listingId], person.language);
    const title = listing?.title ?? '';
    const path = `/bookings/${booking.id}`;
    await this.notifications.tell({
      key: `${eventId}:${person.id}`,
      personId: person.id,
      topic,
      facts: {
        title,
        other,
        when: this.localTimes.format(booking.startsAt, person.timeZone, person.language),
      },
      path,
      ...(topic === 'bookingConfirmed'
        ? {
            calendar: calendarFileOf({
              id: booking.id,
              startsAt: booking.startsAt,
              endsAt: booking.endsAt,
              title,
              with: other,
              url: `${this.config.http.publicUrl}${path}`,
            }),
          }
        : {}),
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
