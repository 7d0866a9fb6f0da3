import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, Roles } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { Availabilities } from '../application/availabilities.js';
import { ListingHours } from '../application/listing-hours.js';
import { Presence } from '../application/presence.js';
import { AvailabilityShape, ListingRulesShape } from './availability.dto.js';
import { OwnPresenceResponse, PresenceRequest } from './presence.dto.js';

/** What experts say of their own time. */
@ApiTags('scheduling')
@Roles('expert')
@Controller('api/v1/studio')
export class SchedulingStudioController {
  constructor(
    private readonly availabilities: Availabilities,
    private readonly listingHoursOf: ListingHours,
    private readonly presence: Presence,
  ) {}

  @Get('availability')
  @ApiOkResponse({ type: AvailabilityShape })
  async availability(@CurrentPerson() person: Principal): Promise<AvailabilityShape> {
    return AvailabilityShape.of(await this.availabilities.of(person.accountId));
  }

  @Put('availability')
  @ApiOkResponse({ type: AvailabilityShape })
  async setAvailability(
    @CurrentPerson() person: Principal,
    @Body() body: AvailabilityShape,
  ): Promise<AvailabilityShape> {
    const set = await this.availabilities.of(person.accountId);
    await this.availabilities.set(person.accountId, AvailabilityShape.over(set, body));
    return AvailabilityShape.of(await this.availabilities.of(person.accountId));
  }

  @Get('listings/:id/hours')
  @ApiOkResponse({ type: ListingRulesShape })
  async listingHours(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ListingRulesShape> {
    return ListingRulesShape.of(await this.listingHoursOf.of(person.accountId, id));
  }

  @Put('listings/:id/hours')
  @ApiOkResponse({ type: ListingRulesShape })
  async setListingHours(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ListingRulesShape,
  ): Promise<ListingRulesShape> {
    await this.listingHoursOf.set(person.accountId, id, ListingRulesShape.rulesOf(body));
    return ListingRulesShape.of(await this.listingHoursOf.of(person.accountId, id));
  }

  @Put('presence')
  @ApiOkResponse({ type: OwnPresenceResponse })
  async setPresence(
    @CurrentPerson() person: Principal,
    @Body() body: PresenceRequest,
  ): Promise<OwnPresenceResponse> {
    return OwnPresenceResponse.of(await this.presence.setFree(person.accountId, body.free));
  }
}
