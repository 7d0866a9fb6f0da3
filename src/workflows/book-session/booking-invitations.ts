import { Injectable } from '@nestjs/common';
import { AccountsFacade, type PersonView } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import type { BookingView } from '../../modules/scheduling/index.js';
import { Clock } from '../../platform/clock.js';
import { AppConfig } from '../../platform/config/config.js';
import { Translator } from '../../platform/i18n/translator.js';
import { type CalendarEntry, calendarFileOf, type Invitation } from './calendar-file.js';

/** Bookings as calendars know them, in the words of one of their two people. */
@Injectable()
export class BookingInvitations {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** What is sent along with a mail. */
  async mailed(
    booking: BookingView,
    person: PersonView,
    method: 'request' | 'cancel',
  ): Promise<{ method: 'REQUEST' | 'CANCEL'; content: string }> {
    const invitation: Invitation = {
      method,
      organizer: { name: 'Visavis', email: this.config.operator.email },
      attendee: { name: person.displayName, email: person.email },
    };
    const content = calendarFileOf([await this.entryOf(booking, person)], invitation);
    return { method: method === 'request' ? 'REQUEST' : 'CANCEL', content };
  }

  /** One or many, to be downloaded or subscribed to. */
  async published(bookings: readonly BookingView[], person: PersonView): Promise<string> {
    const t = await this.translator.for(person.language);
    const entries: CalendarEntry[] = [];
    for (const booking of bookings) entries.push(await this.entryOf(booking, person));
    return calendarFileOf(entries, { method: 'publish' }, t('catalog:calendar.name'));
  }

  private async entryOf(booking: BookingView, person: PersonView): Promise<CalendarEntry> {
    const t = await this.translator.for(person.language);
    const [listing] = await this.catalog.liveListings([booking.listingId], person.language);
    const otherId = booking.learnerId === person.id ? booking.expertId : booking.learnerId;
    const other = (await this.accounts.people([otherId])).get(otherId)?.displayName ?? '';
    const url = `${this.config.http.publicUrl}/bookings/${booking.id}`;
    const isCancelled = booking.state === 'cancelled';
    return {
      id: booking.id,
      // Calling it off is one more change.
      sequence: booking.sequence + (isCancelled ? 1 : 0),
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      summary: t('catalog:calendar.summary', { title: listing?.title ?? '', other }),
      description: t('catalog:calendar.description', { link: url }),
      url,
      isCancelled,
      stamp: this.clock.now().toString(),
    };
  }
}
