import { Injectable } from '@nestjs/common';
import type { ListingView } from '../../../modules/catalog/index.js';
import { ReviewsFacade } from '../../../modules/reviews/index.js';
import { CURRENT_POLICY } from '../../../modules/scheduling/index.js';
import { AppConfig } from '../../../platform/config/config.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import type { ListingPage } from '../views/listing.view.js';
import type { Asker } from './asker.js';
import { ListingCards } from './listing-cards.js';
import { toSafeHtml } from './safe-markdown.js';

const REVIEWS_SHOWN = 20;
const GUARANTEE_HOURS = 72;

/** Where the pictures of an offer are read from: with the live offer by everybody, of a draft by its expert. */
const PICTURE_AT = {
  live: (listingId: string, fileId: string) => `/api/v1/listings/${listingId}/pictures/${fileId}`,
  draft: (_listingId: string, fileId: string) => `/api/v1/files/${fileId}`,
} as const;

/** The page of an offer, live or as a draft: one function makes both, so that a preview cannot lie. */
@Injectable()
export class ListingReader {
  constructor(
    private readonly cards: ListingCards,
    private readonly reviews: ReviewsFacade,
    private readonly translator: Translator,
    private readonly config: AppConfig,
  ) {}

  /** @throws NotFoundError when its expert is gone */
  async page(
    listing: ListingView,
    asker: Asker,
    version: keyof typeof PICTURE_AT,
  ): Promise<ListingPage> {
    const t = await this.translator.for(asker.language);
    const [card] = await this.cards.of([listing], asker);
    if (!card) throw new NotFoundError('listing');
    return {
      ...card,
      description: toSafeHtml(listing.description),
      kindOfHelp: listing.kindOfHelp,
      pictures: listing.pictures.map(({ fileId, alt }) => ({
        url: PICTURE_AT[version](listing.id, fileId),
        alt,
      })),
      needs: listing.needs,
      gets: listing.gets,
      faqs: listing.faqs.map(({ question, answer }) => ({ question, answer: toSafeHtml(answer) })),
      recording: listing.recording,
      cancellationPolicy: {
        key: CURRENT_POLICY,
        text: t(`catalog:cancellation.${CURRENT_POLICY}`),
      },
      guaranteeHours: GUARANTEE_HOURS,
      reviews: await this.reviews.ofExpert(listing.expertId, REVIEWS_SHOWN),
      commissionNote: t('catalog:commissionNote', { percent: this.config.commission.percent }),
    };
  }
}
