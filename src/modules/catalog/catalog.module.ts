import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Categories } from './application/categories.js';
import { Listings } from './application/listings.js';
import { SearchProjection } from './application/search-projection.js';
import { CatalogFacade } from './catalog.facade.js';
import { CategoryRecord, ListingRecord, RevisionRecord } from './persistence/catalog.records.js';

@Module({
  imports: [TypeOrmModule.forFeature([CategoryRecord, ListingRecord, RevisionRecord])],
  providers: [Categories, Listings, SearchProjection, CatalogFacade],
  exports: [CatalogFacade],
})
export class CatalogModule {}
