import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import type { QuoteView } from '../../modules/billing/index.js';
import { CatalogFacade, type ListingView } from '../../modules/catalog/index.js';
import type { Candidate } from '../../modules/scheduling/index.js';
import type { SignedInAsker } from '../../pages/api/reads/asker.js';
import { Pricing } from '../../pages/api/reads/pricing.js';
import type { Money } from '../../shared/money.js';
import { offerOf } from './offer.js';

/** Others who are asked on the same hold when the first does not answer. */
const OTHER_CANDIDATES_MAX = 4;
/** Everyone who could know, without waking a whole town for one question. */
const EVERYONE_MAX = 12;
/** Looked at to find so many who fit the language and the price. */
const LOOKED_AT_MAX = 60;

/** A question to everyone who could know. */
export interface OpenQuestion {
  readonly problem: string;
  readonly categorySlug: string | null;
  /** To be spoken. */
  readonly language: string;
  readonly ceilingMinutes: number;
  /** What the learner would pay at most; null for free help only. */
  readonly maximum: Money | null;
}

/** An expert who may be asked, and what they would cost at most; null where it is free. */
type Priced = readonly [ListingView, QuoteView | null];

/** Who is asked, in which order, and for which price. */
@Injectable()
export class Candidates {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly catalog: CatalogFacade,
    private readonly pricing: Pricing,
  ) {}

  /** The chosen expert first, then others of the category who are free now and cost no more, so that the hold covers them. */
  async withReserve(
    chosen: ListingView,
    quote: QuoteView | null,
    minutes: number,
    asker: SignedInAsker,
  ): Promise<Candidate[]> {
    const found = await this.freeNow('', chosen.categorySlug, asker);
    const others = oneEach(found, [asker.person.id, chosen.expertId]).filter((other) =>
      isNoDearer(other, chosen),
    );
    const reserve: Priced[] = [];
    for (const other of others) {
      if (reserve.length === OTHER_CANDIDATES_MAX) break;
      const own = await this.priceOf(other, minutes, asker);
      // One hold for all: whoever could cost more than that is not asked.
      if (own !== 'not-sold' && !costsMore(own, quote?.ceiling ?? null)) reserve.push([other, own]);
    }
    return [[chosen, quote] as const, ...reserve].map(([listing, own]) =>
      candidateOf(listing, own, quote?.ceiling ?? null, asker),
    );
  }

  /**
   * Everyone who could know and is free now, best first: those whose offers answer the words, then the rest
   * of the category. Each at their own price, if it can be sold to this learner and fits below the maximum.
   *
   * @returns with what has to be held, so that any of them may come; null where all are free of charge
   */
  async whoCouldKnow(
    question: OpenQuestion,
    asker: SignedInAsker,
  ): Promise<{ readonly candidates: Candidate[]; readonly hold: Money | null }> {
    const found = [
      ...(await this.freeNow(question.problem, question.categorySlug, asker)),
      ...(question.categorySlug === null
        ? []
        : await this.freeNow('', question.categorySlug, asker)),
    ].filter(({ instant, languages }) => instant && languages.includes(question.language));
    const fitting: Priced[] = [];
    for (const listing of oneEach(found, [asker.person.id])) {
      if (fitting.length === EVERYONE_MAX) break;
      const own = await this.priceOf(listing, question.ceilingMinutes, asker);
      if (own !== 'not-sold' && !costsMore(own, question.maximum)) fitting.push([listing, own]);
    }
    return {
      candidates: fitting.map(([listing, own]) => candidateOf(listing, own, null, asker)),
      hold: highest(fitting.flatMap(([, own]) => (own ? [own.ceiling] : []))),
    };
  }

  private async freeNow(
    text: string,
    categorySlug: string | null,
    asker: SignedInAsker,
  ): Promise<ListingView[]> {
    const { hits } = await this.catalog.search({
      text,
      ...(categorySlug === null ? {} : { category: categorySlug }),
      freeNow: true,
      sort: 'best',
      offset: 0,
      limit: LOOKED_AT_MAX,
    });
    const ids = hits.map(({ listingId }) => listingId);
    const listings = await this.catalog.liveListings(ids, asker.language);
    // Two who blocked each other are never brought together, not even as a reserve.
    const apart = await this.accounts.apartFrom(
      asker.person.id,
      listings.map(({ expertId }) => expertId),
    );
    return listings.filter(({ state, expertId }) => state === 'live' && !apart.has(expertId));
  }

  private async priceOf(
    listing: ListingView,
    minutes: number,
    asker: SignedInAsker,
  ): Promise<QuoteView | null | 'not-sold'> {
    if (listing.price.model === 'free') return null;
    const verdict = await this.pricing.quote(listing, minutes, asker);
    return verdict.ok ? verdict.value : 'not-sold';
  }
}

function candidateOf(
  listing: ListingView,
  quote: QuoteView | null,
  held: Money | null,
  asker: SignedInAsker,
): Candidate {
  return {
    expertId: listing.expertId,
    listingId: listing.id,
    offer: { ...offerOf(listing, quote, held, asker.person.displayName) },
  };
}

/** The best offer of each expert, in their order. */
function oneEach(listings: readonly ListingView[], without: readonly string[]): ListingView[] {
  const seen = new Set(without);
  return listings.filter(({ expertId }) => {
    if (seen.has(expertId)) return false;
    seen.add(expertId);
    return true;
  });
}

function isNoDearer(other: ListingView, chosen: ListingView): boolean {
  return (
    other.instant &&
    other.price.model === chosen.price.model &&
    other.price.currency === chosen.price.currency &&
    BigInt(other.price.amountMinor ?? '0') <= BigInt(chosen.price.amountMinor ?? '0')
  );
}

/** Amounts of two currencies cannot be compared, so such an offer counts as dearer. */
function costsMore(quote: QuoteView | null, maximum: Money | null): boolean {
  if (quote === null) return false;
  if (maximum === null || quote.ceiling.currency !== maximum.currency) return true;
  return quote.ceiling.amountMinor > maximum.amountMinor;
}

function highest(amounts: readonly Money[]): Money | null {
  return amounts.reduce<Money | null>(
    (most, amount) => (most && most.amountMinor >= amount.amountMinor ? most : amount),
    null,
  );
}
