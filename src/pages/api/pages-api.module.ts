import { Module } from '@nestjs/common';
import { BillingModule } from '../../modules/billing/index.js';
import { CatalogModule } from '../../modules/catalog/index.js';
import { ReviewsModule } from '../../modules/reviews/index.js';
import { SchedulingModule } from '../../modules/scheduling/index.js';
import { SessionsModule } from '../../modules/sessions/index.js';
import { TaxModule } from '../../modules/tax/index.js';
import { VettingModule } from '../../modules/vetting/index.js';
import { CatalogPagesController } from './catalog-pages.controller.js';
import { ListingDraftsController } from './listing-drafts.controller.js';
import { ListingPicturesController } from './listing-pictures.controller.js';
import { MeController } from './me.controller.js';
import { Askers } from './reads/asker.js';
import { ListingCards } from './reads/listing-cards.js';
import { ListingReader } from './reads/listing-reader.js';
import { Pricing } from './reads/pricing.js';
import { QuoteReader } from './reads/quote-reader.js';
import { SearchReader } from './reads/search-reader.js';
import { SessionExport } from './reads/session-export.js';
import { SessionReader } from './reads/session-reader.js';
import { SessionsController } from './sessions.controller.js';
import { TaxExplorer } from './reads/tax-explorer.js';
import { SlotsController } from './slots.controller.js';
import { SuggestionsController } from './suggestions.controller.js';
import { TaxExplorerController } from './tax-explorer.controller.js';
import { TimelineController } from './timeline.controller.js';

/** Composed reads: what one page shows comes from several modules, through their faces, and nothing is changed. */
@Module({
  imports: [
    BillingModule,
    CatalogModule,
    ReviewsModule,
    SchedulingModule,
    SessionsModule,
    TaxModule,
    VettingModule,
  ],
  controllers: [
    CatalogPagesController,
    ListingDraftsController,
    ListingPicturesController,
    MeController,
    SessionsController,
    SlotsController,
    SuggestionsController,
    TimelineController,
    TaxExplorerController,
  ],
  providers: [
    Askers,
    ListingCards,
    ListingReader,
    Pricing,
    QuoteReader,
    SearchReader,
    SessionExport,
    SessionReader,
    TaxExplorer,
  ],
  exports: [Askers, ListingCards, Pricing, QuoteReader, SessionReader],
})
export class PagesApiModule {}
