import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade } from '../../modules/billing/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import type { SchedulingEvent } from '../../modules/scheduling/index.js';
import { helpAs } from '../../pages/api/reads/pricing.js';
import { Translator } from '../../platform/i18n/translator.js';
import { chargeOf } from './late-charge.js';

/**
 * What the agreed rule keeps of a late cancellation is a sale like any other: captured from the hold,
 * taxed as the service that was kept ready, posted, put on documents. The rest of the hold is let go.
 * The booking's own id is the key, as there was no session.
 *
 * @source CJEU C-295/17 (MEO): what is kept for a service that the customer did not take up pays for it
 */
@Injectable()
export class ChargeLateCancellation {
  constructor(
    private readonly billing: BillingFacade,
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
  ) {}

  /** Safe to repeat. @throws SettlementBlockedError when no law answers; nothing is taken then */
  async charge({
    data,
    occurredAt,
  }: SchedulingEvent<'scheduling.booking.cancelled'>): Promise<void> {
    if (data.paymentId === null) return;
    const learner = await this.accounts.person(data.learnerId);
    const [listing] = await this.catalog.liveListings([data.listingId], learner.language);
    if (!listing) throw new Error(`booking ${data.bookingId} names a listing that does not exist`);
    const { amount } = await this.billing.payment(data.paymentId);
    const t = await this.translator.for(learner.language);
    const gross = chargeOf(amount, data.chargePercent);
    await this.billing.settle({
      sessionId: data.bookingId,
      paymentId: data.paymentId,
      learnerId: data.learnerId,
      expertId: data.expertId,
      title: t('catalog:lateCancellation', { title: listing.title }),
      service: helpAs(listing.taxCategory),
      gross,
      priceModel: 'per_session',
      unit: gross,
      billedSeconds: 0,
      freeSeconds: 0,
      performedAt: Temporal.Instant.from(occurredAt),
      learnerCountry: learner.country,
      language: learner.language,
    });
  }
}
