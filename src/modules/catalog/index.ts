export { CatalogModule } from './catalog.module.js';
export { CatalogFacade } from './catalog.facade.js';
export type { CategoryForEditing, CategoryView } from './application/category-views.js';
export type { ListingView, OfferedTime, OwnListingView } from './application/listing-views.js';
export type {
  Category,
  CategoryNode,
  CategoryRequirement,
  OwnRequirement,
  TaxMapping,
} from './domain/category.js';
export { CATEGORY_ICONS } from './domain/category-icons.js';
export type { CategoryDescription } from './domain/category-draft.js';
export type { TaxEffect } from './domain/tax-effects.js';
export {
  contentOf,
  HELP_KINDS,
  type Faq,
  type HelpKind,
  type ListingContent,
  type ListingDraft,
  type ListingPrice,
  type Picture,
  PRICE_MODELS,
  type PriceModel,
  RECORDING_POLICIES,
  type RecordingPolicy,
} from './domain/listing-draft.js';
export type {
  CategoryChanged,
  ListingPublished,
  ListingWithdrawn,
} from './domain/catalog.events.js';
export {
  CategoryCircleError,
  CategoryClosedError,
  CategoryInUseError,
  CategoryUnknownError,
  ListingsConcernedError,
  TaxCategoryLostError,
  HelpKindNotOfferedError,
  SlugTakenError,
  WrongListingStateError,
} from './domain/catalog.errors.js';
export type {
  FacetValue,
  SearchAnswer,
  SearchHit,
  SearchQuery,
  Standing,
  WhyShown,
} from './search/listing-search.js';
export { SOON_STEPS, STAR_STEPS } from './search/listing-search.js';
export type { NextSlot, SoonStep } from './search/listing-search.js';
export { bandsOf, nameOfBand, type PriceBand, TYPICAL_VISIT_MINUTES } from './domain/price-band.js';
