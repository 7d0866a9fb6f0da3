import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { PushDevices } from '../application/push-devices.js';
import { VapidKeys } from '../integrations/vapid-keys.js';
import { ForgetPushRequest, PushKeyResponse, PushSubscriptionRequest } from './push.dto.js';

/** By which browsers a person is reached while no page is open. */
@ApiTags('notifications')
@Controller('api/v1/me/push')
export class PushController {
  constructor(
    private readonly devices: PushDevices,
    private readonly keys: VapidKeys,
  ) {}

  @Get()
  @ApiOkResponse({ type: PushKeyResponse })
  async key(@CurrentPerson() person: Principal): Promise<PushKeyResponse> {
    return this.answer(person);
  }

  /** Adds this browser, or renews it. */
  @Put()
  @ApiOkResponse({ type: PushKeyResponse })
  async subscribe(
    @CurrentPerson() person: Principal,
    @Body() body: PushSubscriptionRequest,
  ): Promise<PushKeyResponse> {
    await this.devices.add(person, body);
    return this.answer(person);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async forget(@CurrentPerson() person: Principal, @Body() body: ForgetPushRequest): Promise<void> {
    await this.devices.forget(person.accountId, body.endpoint);
  }

  private async answer({ accountId }: Principal): Promise<PushKeyResponse> {
    const { length } = await this.devices.of(accountId);
    return { publicKey: this.keys.publicKey, deviceCount: length };
  }
}
