import { Controller, Get, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CatalogFacade, HELP_KINDS } from '../../modules/catalog/index.js';
import { CurrentPerson, Public, Roles } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Askers } from './reads/asker.js';
import { ListingReader } from './reads/listing-reader.js';
import { KIND_OF_HELPS, type KindOfHelp, ListingPage } from './views/listing.view.js';

export class TaxCategoryChoice {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

export class HelpKindChoice {
  @ApiProperty({ enum: KIND_OF_HELPS }) kind!: KindOfHelp;
  @ApiProperty({ type: () => [TaxCategoryChoice], description: 'The usual one first' })
  taxCategories!: TaxCategoryChoice[];
}

export class CategoryOffers {
  @ApiProperty({ type: () => [HelpKindChoice] }) kinds!: HelpKindChoice[];
  @ApiProperty() forbidsRecording!: boolean;
}

/** What an expert needs to see while writing an offer. */
@ApiTags('studio')
@Controller('api/v1')
export class ListingDraftsController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly offers: ListingReader,
    private readonly askers: Askers,
    private readonly translator: Translator,
  ) {}

  /** Which kinds of help the category has, and under which tax categories each may fall. */
  @Public()
  @Get('categories/:id/offers')
  @ApiOkResponse({ type: CategoryOffers })
  async choices(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CategoryOffers> {
    const { language } = await this.askers.of(request);
    const t = await this.translator.for(language);
    const { taxCategories, forbidsRecording } = await this.catalog.category(id);
    return {
      forbidsRecording,
      kinds: HELP_KINDS.flatMap((kind) => {
        const offered = taxCategories[kind] ?? [];
        if (offered.length === 0) return [];
        const choices = offered.map((value) => ({
          value,
          label: t(`catalog:taxCategory.${value}`),
        }));
        return [{ kind, taxCategories: choices }];
      }),
    };
  }

  /** What was written last, as the public page would show it. */
  @Roles('expert')
  @Get('studio/listings/:id/preview')
  @ApiOkResponse({ type: ListingPage })
  async preview(
    @Req() request: FastifyRequest,
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ListingPage> {
    const asker = await this.askers.of(request);
    const draft = await this.catalog.draftedListing(id, person.accountId, asker.language);
    return this.offers.page(draft, asker, 'draft');
  }
}
