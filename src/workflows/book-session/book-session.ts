import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  BillingFacade,
  type PaymentCard,
  type PaymentView,
  type QuoteView,
} from '../../modules/billing/index.js';
import { CatalogFacade, type ListingView } from '../../modules/catalog/index.js';
import { type BookingView, SchedulingFacade } from '../../modules/scheduling/index.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { Pricing } from '../../pages/api/reads/pricing.js';
import { DomainError } from '../../shared/domain-error.js';
import { CardMissingError, NotSellableError } from '../help-now/help-now.js';

export class PaymentRefusedError extends DomainError {
  constructor(code: string) {
    super('refused', `billing.${code}`, 'the card was refused');
  }
}

/** The bank wants the card holder to confirm; the page asks and answers with the same booking. */
export class AuthenticationNeededError extends DomainError {
  constructor(bookingId: string, paymentId: string) {
    super('refused', 'billing.authentication_needed', 'the bank asks the card holder to confirm', {
      bookingId,
      paymentId,
    });
  }
}

type SignedIn = Asker & { person: NonNullable<Asker['person']> };

/** Booking a slot: held for ten minutes, paid for, confirmed; what fails before the confirmation is taken back. */
@Injectable()
export class BookSession {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly pricing: Pricing,
  ) {}

  /** @throws SlotTakenError with the next open slots, SlotNotOfferedError, LearnerBusyError, OwnListingError, NotSellableError, ApartError */
  async hold(
    asker: SignedIn,
    key: string,
    listingId: string,
    startsAt: string,
    problem: string,
  ): Promise<BookingView> {
    const listing = await this.catalog.liveListing(listingId, asker.language);
    await this.accounts.assertNotApart(asker.person.id, listing.expertId);
    await this.quote(listing, asker);
    return this.scheduling.holdSlot({
      key,
      expertId: listing.expertId,
      learnerId: asker.person.id,
      listingId,
      startsAt: Temporal.Instant.from(startsAt),
      minutes: await this.minutesOf(listing),
      problem,
    });
  }

  /**
   * Holds the money and makes the booking binding.
   *
   * @throws HoldExpiredError, CardMissingError, PaymentRefusedError, AuthenticationNeededError, EmailNotVerifiedError
   */
  async confirm(
    asker: SignedIn,
    bookingId: string,
    card: PaymentCard | null,
    attempt: string,
  ): Promise<BookingView> {
    const booking = await this.scheduling.booking(bookingId, asker.person.id);
    if (booking.state !== 'held') return this.scheduling.confirmBooking(bookingId);
    const listing = await this.catalog.liveListing(booking.listingId, asker.language);
    const quote = await this.quote(listing, asker);
    if (!quote) return this.scheduling.confirmBooking(bookingId);
    if (!card) throw new CardMissingError();
    await this.accounts.assertVerified(asker.person.id);
    const payment = await this.billing.authorise({
      key: `booking:${bookingId}:${attempt}`,
      payerId: asker.person.id,
      amount: quote.ceiling,
      card,
      purpose: { kind: 'booking', id: bookingId },
    });
    return this.takePayment(bookingId, payment);
  }

  /** What the provider's form needs to ask the bank; null when it has nothing to ask. @throws NotFoundError */
  async challengeSecret(asker: SignedIn, bookingId: string): Promise<string | null> {
    const { paymentId } = await this.scheduling.booking(bookingId, asker.person.id);
    return paymentId && this.billing.challengeSecret(paymentId, asker.person.id);
  }

  /** The bank's question was answered. */
  async answerChallenge(
    asker: SignedIn,
    bookingId: string,
    outcome: 'approved' | 'failed',
  ): Promise<BookingView> {
    const booking = await this.scheduling.booking(bookingId, asker.person.id);
    if (booking.paymentId === null) throw new CardMissingError();
    return this.takePayment(
      bookingId,
      await this.billing.answerChallenge(booking.paymentId, asker.person.id, outcome),
    );
  }

  /** How long a booking of the offer is: the time that is kept free, and the ceiling. */
  minutesOf(listing: ListingView): Promise<number> {
    return this.scheduling.bookedMinutes(listing.id, listing.price.sessionMinutes);
  }

  async price(listing: ListingView, asker: Asker): Promise<QuoteView | null> {
    return this.quote(listing, asker);
  }

  private async takePayment(bookingId: string, payment: PaymentView): Promise<BookingView> {
    if (payment.state === 'failed' || payment.state === 'voided' || payment.state === 'expired')
      throw new PaymentRefusedError(payment.failure ?? 'card_declined');
    await this.scheduling.attachPayment(bookingId, payment.id);
    if (payment.state !== 'authorised') throw new AuthenticationNeededError(bookingId, payment.id);
    try {
      return await this.scheduling.confirmBooking(bookingId);
    } catch (error) {
      // The hold ended while the bank was asked: nobody keeps money for a slot that is gone.
      await this.billing.void(payment.id, `booking:${bookingId}:not-confirmed`);
      throw error;
    }
  }

  private async quote(listing: ListingView, asker: Asker): Promise<QuoteView | null> {
    if (listing.price.model === 'free') return null;
    const verdict = await this.pricing.quote(listing, await this.minutesOf(listing), asker);
    if (!verdict.ok) throw new NotSellableError(verdict.refusal.code, verdict.refusal.facts);
    return verdict.value;
  }
}
