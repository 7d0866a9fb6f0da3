import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CatalogFacade, type OwnListingView } from '../../modules/catalog/index.js';
import { StudioListing } from '../../pages/api/views/studio.view.js';
import { AppConfig } from '../../platform/config/config.js';
import { CurrentPerson, Roles } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { money, share, subtract, toMoneyJson } from '../../shared/money.js';
import { percentToRatio } from '../../shared/ratio.js';
import { ListingDraftRequest } from './onboard-expert.dto.js';

export class StudioListingList {
  @ApiProperty({ type: () => [StudioListing] }) items!: StudioListing[];
}

/** The offers of an expert: written here, read by a reviewer before anybody else sees them. */
@ApiTags('studio')
@Roles('expert')
@Controller('api/v1/studio/listings')
export class StudioListingsController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @ApiOkResponse({ type: StudioListingList })
  async list(@CurrentPerson() person: Principal): Promise<StudioListingList> {
    return {
      items: (await this.catalog.listingsOf(person.accountId)).map((view) => this.present(view)),
    };
  }

  @Post()
  @ApiCreatedResponse({ type: StudioListing })
  async create(
    @CurrentPerson() person: Principal,
    @Body() body: ListingDraftRequest,
  ): Promise<StudioListing> {
    return this.read(await this.catalog.createListing(person.accountId, body), person);
  }

  @Put(':id')
  @ApiOkResponse({ type: StudioListing })
  async edit(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ListingDraftRequest,
  ): Promise<StudioListing> {
    await this.catalog.editListing(id, person.accountId, body);
    return this.read(id, person);
  }

  /** Keeps what was typed so far, whole or not; nobody else sees it. */
  @Post('drafts')
  @ApiCreatedResponse({ type: StudioListing })
  async begin(
    @CurrentPerson() person: Principal,
    @Body() body: ListingDraftRequest,
  ): Promise<StudioListing> {
    return this.read(await this.catalog.createUnfinishedListing(person.accountId, body), person);
  }

  @Put(':id/draft')
  @ApiOkResponse({ type: StudioListing })
  async keep(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ListingDraftRequest,
  ): Promise<StudioListing> {
    await this.catalog.editUnfinishedListing(id, person.accountId, body);
    return this.read(id, person);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @ApiOkResponse({ type: StudioListing })
  async archive(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StudioListing> {
    await this.catalog.archiveListing(id, person.accountId);
    return this.read(id, person);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: StudioListing })
  async submit(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StudioListing> {
    await this.catalog.submitListing(id, person.accountId);
    return this.read(id, person);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: StudioListing })
  async pause(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StudioListing> {
    await this.catalog.pauseListing(id, person.accountId);
    return this.read(id, person);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: StudioListing })
  async resume(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StudioListing> {
    await this.catalog.resumeListing(id, person.accountId);
    return this.read(id, person);
  }

  private async read(id: string, person: Principal): Promise<StudioListing> {
    return this.present(await this.catalog.ownListing(id, person.accountId));
  }

  private present(view: OwnListingView): StudioListing {
    return {
      id: view.id,
      state: view.state,
      reviewState: view.reviewState,
      reasons: view.reviewState === 'refused' ? view.reasons : null,
      draft: view.draft,
      live: view.live,
      earnings: this.earningsOf(view),
    };
  }

  /** What is left of the price after the commission, shown before anything is offered. */
  private earningsOf({ draft }: OwnListingView): StudioListing['earnings'] {
    if (draft.price.amountMinor === null) return null;
    const price = money(BigInt(draft.price.amountMinor), draft.price.currency);
    const commission = share(price, percentToRatio(this.config.commission.percent), 'half_up');
    return {
      price: toMoneyJson(price),
      commission: toMoneyJson(commission),
      afterCommission: toMoneyJson(subtract(price, commission)),
    };
  }
}
