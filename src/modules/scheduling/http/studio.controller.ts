import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, Roles } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { Availabilities } from '../application/availabilities.js';
import { Presence } from '../application/presence.js';
import { AvailabilityShape } from './availability.dto.js';
import { OwnPresenceResponse, PresenceRequest } from './presence.dto.js';

/** What experts say of their own time. */
@ApiTags('scheduling')
@Roles('expert')
@Controller('api/v1/studio')
export class SchedulingStudioController {
  constructor(
    private readonly availabilities: Availabilities,
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
    const exceptions =
      body.exceptions ?? (await this.availabilities.of(person.accountId)).exceptions;
    await this.availabilities.set(person.accountId, { ...body, exceptions });
    return AvailabilityShape.of(await this.availabilities.of(person.accountId));
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
