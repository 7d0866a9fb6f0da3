import { Injectable } from '@nestjs/common';
import { AccountsFacade, type PersonView } from '../../../modules/accounts/index.js';
import { CatalogFacade, type ListingView } from '../../../modules/catalog/index.js';
import { ReviewsFacade } from '../../../modules/reviews/index.js';
import { SchedulingFacade } from '../../../modules/scheduling/index.js';
import type { AvailabilityView, ExpertBrief, ListingCard } from '../views/listing.view.js';
import type { Asker } from './asker.js';
import { Pricing } from './pricing.js';

/** Cards need the catalog, the price with tax, presence and the next slot: read here, through the faces. */
@Injectable()
export class ListingCards {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly reviews: ReviewsFacade,
    private readonly pricing: Pricing,
  ) {}

  /** In the order of the ids. */
  async byIds(ids: readonly string[], asker: Asker): Promise<ListingCard[]> {
    return this.of(await this.catalog.liveListings(ids, asker.language), asker);
  }

  async of(listings: readonly ListingView[], asker: Asker): Promise<ListingCard[]> {
    const expertIds = [...new Set(listings.map((listing) => listing.expertId))];
    const [people, ratings, presence] = await Promise.all([
      this.accounts.people(expertIds),
      this.reviews.ratings(expertIds),
      this.scheduling.presenceOf(expertIds),
    ]);
    const [next, sellable] = await Promise.all([
      this.nextSlots(listings, presence),
      this.pricing.sellable(listings, asker),
    ]);
    return listings.flatMap((listing, index): ListingCard[] => {
      const person = people.get(listing.expertId);
      const sale = sellable[index];
      if (!person || !sale) return [];
      return [
        {
          id: listing.id,
          title: listing.title,
          summary: listing.summary,
          language: listing.languages[0] ?? 'en',
          languages: [...listing.languages],
          category: { slug: listing.categorySlug, name: listing.categoryName },
          expert: expertBriefOf(person, listing.languages),
          price: this.pricing.priceFor(listing, asker),
          rating: ratings.get(listing.expertId) ?? null,
          availability: availabilityOf(listing, presence.get(listing.expertId), next),
          sellable: sale,
        },
      ];
    });
  }

  /** Who can be asked right now needs no slot on the card; the others show their next one. */
  private nextSlots(
    listings: readonly ListingView[],
    presence: ReadonlyMap<string, Presence>,
  ): Promise<NextSlots> {
    return this.scheduling.nextSlotOfEach(
      listings
        .filter((listing) => !isFreeNow(listing, presence.get(listing.expertId)))
        .map(({ id: listingId, expertId, price }) => ({
          listingId,
          expertId,
          pricedMinutes: price.sessionMinutes,
        })),
    );
  }
}

function isFreeNow(listing: ListingView, presence: Presence | undefined): boolean {
  return presence?.state === 'free_now' && listing.instant;
}

function availabilityOf(
  listing: ListingView,
  presence: Presence | undefined,
  next: NextSlots,
): AvailabilityView {
  const busyOrAway = presence?.state === 'busy' ? 'busy' : 'away';
  return {
    state: isFreeNow(listing, presence) ? 'free_now' : busyOrAway,
    oddsSeconds: presence?.oddsSeconds ?? null,
    isNew: presence?.isNew ?? true,
    nextSlotStartsAt: next.get(listing.id)?.startsAt ?? null,
  };
}

type NextSlots = Awaited<ReturnType<SchedulingFacade['nextSlotOfEach']>>;
type Presence =
  Awaited<ReturnType<SchedulingFacade['presenceOf']>> extends ReadonlyMap<string, infer P>
    ? P
    : never;

export function expertBriefOf(person: PersonView, languages: readonly string[]): ExpertBrief {
  return {
    id: person.id,
    displayName: person.displayName,
    avatarUrl: person.avatarUrl,
    languages: [...languages],
    country: person.country,
    isDemo: person.isDemo,
  };
}
