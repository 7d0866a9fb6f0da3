import { Injectable } from '@nestjs/common';
import { CatalogFacade } from '../../modules/catalog/index.js';
import type { DemoListing } from '../content/shape.js';
import { draftOf } from './listing-draft.js';
import { SeedCategories } from './seed-categories.js';
import { SeedPeople } from './seed-people.js';

interface Known {
  readonly id: string;
  readonly isSubmitted: boolean;
  readonly isPublished: boolean;
}

/** Offers of the demo's experts: written by them, approved by the reviewer. An offer is known by its title. */
@Injectable()
export class SeedListings {
  /** By expert, then by title; looked up once, when the first offer of an expert is needed. */
  private readonly known = new Map<string, Map<string, Known>>();

  constructor(
    private readonly categories: SeedCategories,
    private readonly people: SeedPeople,
    private readonly catalog: CatalogFacade,
  ) {}

  async write(expertKey: string, listing: DemoListing): Promise<void> {
    const own = await this.ofExpert(expertKey);
    if (own.get(listing.title)?.isSubmitted) return;
    const expertId = await this.people.idOf(expertKey);
    const id = own.get(listing.title)?.id ?? (await this.create(expertId, listing));
    await this.catalog.submitListing(id, expertId);
    own.set(listing.title, { id, isSubmitted: true, isPublished: false });
  }

  async approve(expertKey: string, { title }: DemoListing): Promise<void> {
    const own = await this.ofExpert(expertKey);
    const listing = own.get(title);
    if (!listing || listing.isPublished) return;
    await this.catalog.approveListing(listing.id, await this.people.idOf('reviewer'));
    own.set(title, { ...listing, isPublished: true });
  }

  /** What was live once is left as it is now: its expert may have paused or rewritten it. */
  async isPublished(expertKey: string, { title }: DemoListing): Promise<boolean> {
    return (await this.ofExpert(expertKey)).get(title)?.isPublished ?? false;
  }

  private async create(expertId: string, listing: DemoListing): Promise<string> {
    return this.catalog.createListing(
      expertId,
      draftOf(listing, await this.categories.idsBySlug()),
    );
  }

  private async ofExpert(expertKey: string): Promise<Map<string, Known>> {
    const known = this.known.get(expertKey);
    if (known) return known;
    const views = await this.catalog.listingsOf(await this.people.idOf(expertKey));
    const own = new Map(
      views.map(({ id, reviewState, draft, live }) => [
        (live ?? draft).title,
        { id, isSubmitted: reviewState !== 'draft', isPublished: live !== null },
      ]),
    );
    this.known.set(expertKey, own);
    return own;
  }
}
