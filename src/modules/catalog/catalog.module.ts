import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig, Secrets } from '../../platform/config/config.js';
import { Health } from '../../platform/health/health.js';
import { Logger } from '../../platform/logging/logger.js';
import { Categories } from './application/categories.js';
import { EmptySearches } from './application/empty-searches.js';
import { EditCategories } from './application/edit-categories.js';
import { Listings } from './application/listings.js';
import { SearchListings } from './application/search-listings.js';
import { SearchProjection } from './application/search-projection.js';
import { CatalogFacade } from './catalog.facade.js';
import { EmbeddedSearch } from './integrations/embedded/embedded-search.js';
import { FailsafeSearch } from './integrations/failsafe-search.js';
import {
  CategoryAddressRecord,
  CategoryRecord,
  EmptySearchRecord,
  ListingRecord,
  RevisionRecord,
} from './persistence/catalog.records.js';
import { CategoryContents } from './persistence/category-contents.js';
import { ListingSearch } from './search/listing-search.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CategoryAddressRecord,
      CategoryRecord,
      EmptySearchRecord,
      ListingRecord,
      RevisionRecord,
    ]),
  ],
  providers: [
    Categories,
    CategoryContents,
    EditCategories,
    EmptySearches,
    Listings,
    {
      provide: ListingSearch,
      useFactory: listingSearch,
      inject: [AppConfig, Secrets, Logger, Health],
    },
    SearchListings,
    SearchProjection,
    CatalogFacade,
  ],
  exports: [CatalogFacade],
})
export class CatalogModule {}

/** The engine that the configuration asks for; with a server, the embedded index stands behind it. */
async function listingSearch(
  { search: { meilisearchUrl, ranking } }: AppConfig,
  { meilisearchKey }: Secrets,
  logger: Logger,
  health: Health,
): Promise<ListingSearch> {
  const embedded = new EmbeddedSearch(ranking);
  if (meilisearchUrl === null) return embedded;
  const { MeilisearchSearch } = await import('./integrations/meilisearch/meilisearch-search.js');
  const server = new MeilisearchSearch(meilisearchUrl, meilisearchKey, ranking);
  const search = new FailsafeSearch(server, embedded, logger);
  health.add({
    name: 'search',
    isVital: false,
    check: () => Promise.resolve(search.assertServed()),
  });
  return search;
}
