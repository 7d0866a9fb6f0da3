import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import {
  EXTENSION_MINUTES,
  type ExtensionMinutes,
  type SessionView,
} from '../../modules/sessions/index.js';
import { Pricing } from '../../pages/api/reads/pricing.js';
import { priceOf } from '../../shared/metered-price.js';
import { fromMoneyJson, type Money, subtract } from '../../shared/money.js';
import { accept, refuse, type Verdict } from '../../shared/verdict.js';

/** What so many more minutes would mean. */
export interface AddedTime {
  readonly minutes: ExtensionMinutes;
  /** How long the call may last with them, as far as both people's time is concerned. */
  readonly takenUntilMinutes: number;
  /** What is held besides, all taxes included; null when the minutes cost nothing. */
  readonly added: Money | null;
  readonly taxIncluded: boolean;
  /** Null where the price was changed since this session was agreed on. */
  readonly tax: {
    readonly ratePercent: string;
    readonly amount: Money;
    readonly label: string;
  } | null;
  /** What the expert gets of it at most. */
  readonly earnings: Money | null;
}

type Refusal = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

/** What more time costs and whether both have it. */
@Injectable()
export class ExtensionOffers {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly pricing: Pricing,
  ) {}

  /** Those lengths for which nobody is needed elsewhere; none when the law has changed its mind. */
  async of(session: SessionView): Promise<Verdict<AddedTime[], Refusal>> {
    const { ceilingMinutes } = await this.scheduling.appointment(session.appointmentId);
    const lengths = EXTENSION_MINUTES.map((minutes) => ceilingMinutes + minutes);
    const possible = await this.scheduling.possibleLengths(session.appointmentId, lengths);
    const offers: AddedTime[] = [];
    for (const minutes of EXTENSION_MINUTES) {
      const takenUntilMinutes = ceilingMinutes + minutes;
      if (!possible.includes(takenUntilMinutes)) continue;
      const offer = await this.price(session, minutes, takenUntilMinutes);
      if (!offer.ok) return offer;
      offers.push(offer.value);
    }
    return accept(offers);
  }

  private async price(
    session: SessionView,
    minutes: ExtensionMinutes,
    takenUntilMinutes: number,
  ): Promise<Verdict<AddedTime, Refusal>> {
    const time = { minutes, takenUntilMinutes };
    const added = addedPrice(session, minutes);
    const nothing = { added: null, taxIncluded: true, tax: null, earnings: null };
    if (added === null) return accept({ ...time, ...nothing });
    const learner = await this.accounts.person(session.learnerId);
    const asker = { person: learner, country: learner.country, language: learner.language };
    const [listing] = await this.catalog.liveListings([session.listingId], learner.language);
    if (!listing) return accept({ ...time, ...nothing, added });
    // The free minutes were given at the beginning.
    const plain = { ...listing, price: { ...listing.price, freeMinutes: 0 } };
    if (plain.price.model !== 'per_minute') return accept({ ...time, ...nothing, added });
    const verdict = await this.pricing.quote(plain, minutes, asker);
    if (!verdict.ok) return refuse(verdict.refusal);
    const { ceiling, taxIncluded, tax, expertNet } = verdict.value;
    const isSamePrice = ceiling.amountMinor === added.amountMinor;
    return accept({
      ...time,
      added,
      taxIncluded,
      tax: isSamePrice ? tax : null,
      earnings: isSamePrice ? expertNet : null,
    });
  }
}

/** The price of the longest session with the minutes, less that without; null when nothing. */
function addedPrice(session: SessionView, minutes: number): Money | null {
  const terms = {
    model: session.priceModel,
    unit: fromMoneyJson(session.unit),
    freeMinutes: session.freeMinutes,
  };
  const { ceilingSeconds } = session;
  const added = subtract(
    priceOf(terms, ceilingSeconds + minutes * 60, null),
    priceOf(terms, ceilingSeconds, null),
  );
  return added.amountMinor > 0n ? added : null;
}
