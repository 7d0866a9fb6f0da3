import { type Category, inLanguage, taxCategoryFor } from '../domain/category.js';
import type { ListingContent } from '../domain/listing-draft.js';
import type { ListingState } from '../persistence/catalog.records.js';
import type { ListingWithRevisions } from './listings.js';

/** A live offer as visitors read it. */
export interface ListingView extends ListingContent {
  readonly id: string;
  readonly expertId: string;
  readonly categorySlug: string;
  /** In the reader's language. */
  readonly categoryName: string;
  /** What the tax engine is told of this kind of help in this category. */
  readonly taxCategory: string;
  readonly forbidsRecording: boolean;
  readonly state: ListingState;
}

/** An offer as its expert and the reviewers see it. */
export interface OwnListingView {
  readonly id: string;
  readonly expertId: string;
  readonly state: ListingState;
  readonly reviewState: 'draft' | 'in_review' | 'live' | 'replaced' | 'refused';
  readonly reasons: string | null;
  readonly draft: ListingContent;
  readonly live: ListingContent | null;
  /** RFC 3339, UTC: when the newest revision was written. */
  readonly writtenAt: string;
}

/** A live offer as far as its times are concerned. */
export interface OfferedTime {
  readonly listingId: string;
  readonly expertId: string;
  /** What the price is for, where it is for a length. */
  readonly pricedMinutes: number | null;
}

export function liveViewOf(
  entry: ListingWithRevisions,
  category: Category,
  language: string,
): ListingView[] {
  return entry.live ? [viewOfContent(entry, entry.live.content, category, language)] : [];
}

export function viewOfContent(
  { listing }: ListingWithRevisions,
  content: ListingContent,
  category: Category,
  language: string,
): ListingView {
  const { kindOfHelp, taxCategory } = content;
  return {
    ...content,
    id: listing.id,
    expertId: listing.expertId,
    categorySlug: category.slug,
    categoryName: inLanguage(category.names, language),
    taxCategory: taxCategoryFor(category.taxCategories, kindOfHelp, taxCategory) ?? 'other',
    forbidsRecording: category.forbidsRecording,
    recording: category.forbidsRecording ? 'never' : content.recording,
    state: listing.state,
  };
}

export function offeredTimeOf({ listing, live }: ListingWithRevisions): OfferedTime {
  return {
    listingId: listing.id,
    expertId: listing.expertId,
    pricedMinutes: live?.content.price.sessionMinutes ?? null,
  };
}

export function ownViewOf({ listing, live, latest }: ListingWithRevisions): OwnListingView {
  return {
    id: listing.id,
    expertId: listing.expertId,
    state: listing.state,
    reviewState: latest.state,
    reasons: latest.reasons,
    draft: latest.content,
    live: live?.content ?? null,
    writtenAt: latest.createdAt.toString(),
  };
}
