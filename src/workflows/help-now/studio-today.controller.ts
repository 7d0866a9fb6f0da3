import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BillingFacade } from '../../modules/billing/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { Roles } from '../../platform/http/decorators.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { StudioToday } from '../../pages/api/views/booking.view.js';
import { toMoneyJson } from '../../shared/money.js';
import { BookingReader } from '../book-session/booking-reader.js';
import { RingReader } from './ring-reader.js';

const UPCOMING_SHOWN = 5;

/** An expert's first page: am I free, does somebody ring, what comes next, what money is on its way. */
@ApiTags('studio')
@Roles('expert')
@Controller('api/v1/studio/today')
export class StudioTodayController {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
    private readonly bookings: BookingReader,
    private readonly rings: RingReader,
    private readonly askers: Askers,
  ) {}

  @Get()
  @ApiOkResponse({ type: StudioToday })
  async today(@Req() request: FastifyRequest): Promise<StudioToday> {
    const asker = await this.askers.signedIn(request);
    const bookings = await this.bookings.list(asker, 'expert');
    return {
      presence: await this.scheduling.ownPresence(asker.person.id),
      ring: await this.rings.openFor(asker.person.id),
      nextBookings: bookings
        .filter((booking) => booking.state === 'confirmed')
        .slice(0, UPCOMING_SHOWN),
      moneyOnItsWay: (await this.billing.moneyOnItsWay(asker.person.id)).map(toMoneyJson),
    };
  }
}
