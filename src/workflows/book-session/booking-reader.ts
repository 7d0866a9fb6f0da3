import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade } from '../../modules/billing/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { type BookingView, SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { expertBriefOf, ListingCards } from '../../pages/api/reads/listing-cards.js';
import { Pricing } from '../../pages/api/reads/pricing.js';
import type { Booking, BookingCharge } from '../../pages/api/views/booking.view.js';
import { toMoneyJson } from '../../shared/money.js';

type SignedIn = Asker & { person: { id: string } };

/** Bookings as their two people read them. */
@Injectable()
export class BookingReader {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly sessions: SessionsFacade,
    private readonly pricing: Pricing,
    private readonly cards: ListingCards,
  ) {}

  /** @throws NotFoundError also for somebody else's */
  async read(id: string, asker: SignedIn): Promise<Booking> {
    return this.present(await this.scheduling.booking(id, asker.person.id), asker);
  }

  /** Next ones first. */
  async list(asker: SignedIn, role: 'learner' | 'expert'): Promise<Booking[]> {
    const bookings = await this.scheduling.bookingsOf(asker.person.id, role);
    return Promise.all(bookings.map((booking) => this.present(booking, asker)));
  }

  async present(booking: BookingView, asker: SignedIn): Promise<Booking> {
    const [[listing], [card], people, session] = await Promise.all([
      this.catalog.liveListings([booking.listingId], asker.language),
      this.cards.byIds([booking.listingId], asker),
      this.accounts.people([booking.expertId, booking.learnerId]),
      this.sessions.sessionOf('booking', booking.id),
    ]);
    const expert = people.get(booking.expertId);
    if (!listing || !card || !expert)
      throw new Error(`booking ${booking.id} names a listing or an expert that does not exist`);
    const payment =
      booking.paymentId === null ? null : await this.billing.payment(booking.paymentId);
    const quote =
      payment || listing.price.model === 'free'
        ? null
        : await this.pricing.quote(listing, minutesOf(booking), asker);
    return {
      id: booking.id,
      state: booking.state,
      listing: card,
      expert: expertBriefOf(expert, listing.languages),
      learnerName: people.get(booking.learnerId)?.displayName ?? '',
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      holdEndsAt: booking.holdEndsAt,
      price: payment
        ? toMoneyJson(payment.amount)
        : quote?.ok
          ? toMoneyJson(quote.value.ceiling)
          : null,
      sessionId: session?.id ?? null,
      roomOpensAt: booking.roomOpensAt,
      problem: booking.problem || null,
      role: booking.learnerId === asker.person.id ? 'learner' : 'expert',
      movedBy: booking.movedBy,
      charged: await this.chargedFor(booking, asker.person.id),
    };
  }

  /** What was kept of a cancelled booking, with the reader's own documents; null where nothing was. */
  private async chargedFor(booking: BookingView, personId: string): Promise<BookingCharge | null> {
    if (booking.state !== 'cancelled') return null;
    const sale = await this.billing.sale(booking.id);
    if (!sale || sale.charged.amountMinor === 0n) return null;
    return {
      amount: toMoneyJson(sale.charged),
      documents: sale.documents
        .filter(({ readerIds }) => readerIds.includes(personId))
        .map(({ id, kind, number }) => ({ id, kind, number })),
    };
  }
}

/** How long the booking is. */
function minutesOf({ startsAt, endsAt }: BookingView): number {
  return Temporal.Instant.from(startsAt).until(Temporal.Instant.from(endsAt)).total('minutes');
}
