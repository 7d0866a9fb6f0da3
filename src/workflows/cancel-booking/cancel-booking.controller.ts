import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Askers } from '../../pages/api/reads/asker.js';
import { Booking } from '../../pages/api/views/booking.view.js';
import { Money } from '../../pages/api/views/money.view.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { Translator } from '../../platform/i18n/translator.js';
import { toMoneyJson } from '../../shared/money.js';
import { BookingReader } from '../book-session/booking-reader.js';
import { CancelBooking } from './cancel-booking.js';

const RULES = ['by_expert', 'in_time', 'after_move', 'late', 'too_late'] as const;

export class CancelRequest {
  @ApiProperty({
    required: false,
    enum: RULES,
    description: 'key of the preview that was shown; another one by now is refused',
  })
  @IsOptional()
  @IsIn(RULES)
  shown?: (typeof RULES)[number];
}

export class CancellationResponse {
  @ApiProperty({ type: () => Money, description: 'held now and let go then' }) refund!: Money;
  @ApiProperty({ type: () => Money, description: 'taken of what is held' }) charge!: Money;
  @ApiProperty({ enum: RULES }) key!: (typeof RULES)[number];
  @ApiProperty({ description: 'In the words of the reader' }) rule!: string;
}

@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class CancelBookingController {
  constructor(
    private readonly cancellation: CancelBooking,
    private readonly reader: BookingReader,
    private readonly askers: Askers,
    private readonly translator: Translator,
  ) {}

  /** "If I cancel now I get ..." */
  @Get('cancellation')
  @ApiOkResponse({ type: CancellationResponse })
  async preview(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CancellationResponse> {
    const { refund, charge, rule } = await this.cancellation.preview(id, person.accountId);
    const t = await this.translator.for(person.locale);
    return {
      refund: toMoneyJson(refund),
      charge: toMoneyJson(charge),
      key: rule,
      rule: t(`catalog:cancellationRule.${rule}`),
    };
  }

  @Post('cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: Booking })
  async cancel(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: CancelRequest,
  ): Promise<Booking> {
    const asker = await this.askers.signedIn(request);
    await this.cancellation.cancel(id, asker.person.id, body?.shown);
    return this.reader.read(id, asker);
  }
}
