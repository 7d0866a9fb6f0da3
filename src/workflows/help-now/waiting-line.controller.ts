import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import {
  ExpertFreeError,
  LineFullError,
  SchedulingFacade,
  type WaitingPlaceView,
} from '../../modules/scheduling/index.js';
import { Askers, type SignedInAsker } from '../../pages/api/reads/asker.js';
import { ListingCards } from '../../pages/api/reads/listing-cards.js';
import { WaitingPlace, WaitingPlaces } from '../../pages/api/views/waiting.view.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { NotInstantError } from './help-now.js';

/** Waiting for an expert who is busy. */
@ApiTags('help now')
@Controller('api/v1')
export class WaitingLineController {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly accounts: AccountsFacade,
    private readonly catalog: CatalogFacade,
    private readonly cards: ListingCards,
    private readonly askers: Askers,
  ) {}

  @Post('listings/:id/line')
  @ApiCreatedResponse({ type: WaitingPlace })
  async join(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WaitingPlace> {
    const asker = await this.askers.signedIn(request);
    const listing = await this.catalog.liveListing(id, asker.language);
    if (!listing.instant) throw new NotInstantError();
    await this.accounts.assertNotApart(asker.person.id, listing.expertId);
    const place = await this.scheduling.waitInLine({
      expertId: listing.expertId,
      learnerId: asker.person.id,
      listingId: listing.id,
    });
    return this.present(place, asker);
  }

  /** After a request that nobody answered: to be told as soon as one of those is free who could have come. */
  @Post('help-requests/:id/line')
  @ApiCreatedResponse({ type: WaitingPlaces })
  async joinAll(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WaitingPlaces> {
    const asker = await this.askers.signedIn(request);
    const learnerId = asker.person.id;
    const candidates = await this.scheduling.candidatesOf(id, learnerId);
    const apart = await this.accounts.apartFrom(
      learnerId,
      candidates.map(({ expertId }) => expertId),
    );
    for (const candidate of candidates)
      if (!apart.has(candidate.expertId))
        await this.scheduling.waitInLine({ ...candidate, learnerId }).catch(unlessNoNeed);
    return this.openOf(asker);
  }

  @Get('me/waiting-places')
  @ApiOkResponse({ type: WaitingPlaces })
  async own(@Req() request: FastifyRequest): Promise<WaitingPlaces> {
    return this.openOf(await this.askers.signedIn(request));
  }

  @Get('waiting-places/:id')
  @ApiOkResponse({ type: WaitingPlace })
  async read(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WaitingPlace> {
    const asker = await this.askers.signedIn(request);
    return this.present(await this.scheduling.waitingPlace(id, asker.person.id), asker);
  }

  @Post('waiting-places/:id/leave')
  @HttpCode(200)
  @ApiOkResponse({ type: WaitingPlace })
  async leave(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WaitingPlace> {
    const asker = await this.askers.signedIn(request);
    await this.scheduling.leaveLine(id, asker.person.id);
    return this.present(await this.scheduling.waitingPlace(id, asker.person.id), asker);
  }

  private async openOf(asker: SignedInAsker): Promise<WaitingPlaces> {
    const places = await this.scheduling.waitingPlacesOf(asker.person.id);
    return { items: await Promise.all(places.map((place) => this.present(place, asker))) };
  }

  /** @throws NotFoundError when the offer is gone */
  private async present(place: WaitingPlaceView, asker: SignedInAsker): Promise<WaitingPlace> {
    const [listing] = await this.cards.byIds([place.listingId], asker);
    if (!listing) throw new NotFoundError('listing');
    return {
      id: place.id,
      state: place.state,
      listing,
      place: place.place,
      estimate: place.estimate,
      joinedAt: place.joinedAt,
      turnEndsAt: place.turnEndsAt,
    };
  }
}

/** Who is free now can be rung, and a line that is full does not hinder the others. */
function unlessNoNeed(error: unknown): void {
  if (error instanceof ExpertFreeError || error instanceof LineFullError) return;
  throw error;
}
