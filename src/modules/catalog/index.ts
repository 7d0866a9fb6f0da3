export { CatalogModule } from './catalog.module.js';
export {
  CatalogFacade,
  type CategoryView,
  type ListingView,
  type OwnListingView,
} from './catalog.facade.js';
export type { Category, CategoryRequirement } from './domain/category.js';
export {
  HELP_KINDS,
  type HelpKind,
  type ListingDraft,
  type ListingPrice,
  PRICE_MODELS,
  type PriceModel,
} from './domain/listing-draft.js';
export type { ListingPublished, ListingWithdrawn } from './domain/catalog.events.js';
export {
  CategoryUnknownError,
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
export { STAR_STEPS } from './search/listing-search.js';
