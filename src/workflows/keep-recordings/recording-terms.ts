import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { RecordingsFacade, type SessionView } from '../../modules/sessions/index.js';

/** Tells a new session what its offer, category and people mean for recording; until then it is never recorded. */
@Injectable()
export class RecordingTermsOfSession {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly recordings: RecordingsFacade,
  ) {}

  async set({ id, listingId, learnerId, expertId }: SessionView): Promise<void> {
    const [listing] = await this.catalog.liveListings([listingId], 'en');
    // An offer that is gone says nothing about recording, and nothing is no.
    if (!listing) return;
    const people = await this.accounts.people([learnerId, expertId]);
    await this.recordings.setTerms({
      sessionId: id,
      // Sessions are between adults so far; a session for a child will say so itself.
      isForChild: false,
      categoryForbids: listing.forbidsRecording,
      offerForbids: listing.recording === 'never',
      categories: await this.pathOf(listing.categorySlug),
      countries: [...people.values()].map(({ country }) => country),
    });
  }

  /** The category and everything above it. */
  private async pathOf(slug: string): Promise<string[]> {
    const nodes = await this.catalog.categoryNodes();
    const path: string[] = [];
    let node = nodes.find((one) => one.slug === slug);
    while (node) {
      path.push(node.slug);
      const { parentId } = node;
      node = nodes.find(({ id }) => id === parentId);
    }
    return path;
  }
}
