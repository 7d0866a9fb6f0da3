import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601 } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { MOVE_UNTIL_HOURS_BEFORE, SchedulingFacade } from '../../modules/scheduling/index.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { Booking } from '../../pages/api/views/booking.view.js';
import { BookingReader } from '../book-session/booking-reader.js';

const PARTIES = ['learner', 'expert', 'platform'] as const;
const REASONS = ['chosen', 'zones'] as const;

export class RescheduleRequest {
  @ApiProperty({ description: 'RFC 3339: the start that was shown when the other one was chosen' })
  @IsISO8601({ strict: true })
  from!: string;
  @ApiProperty({ description: 'RFC 3339, one of the open slots' })
  @IsISO8601({ strict: true })
  to!: string;
}

export class BookingMove {
  @ApiProperty({ enum: PARTIES }) by!: (typeof PARTIES)[number];
  @ApiProperty({ enum: REASONS, description: 'zones: a law moved the clocks' })
  reason!: (typeof REASONS)[number];
  @ApiProperty() fromStartsAt!: string;
  @ApiProperty() toStartsAt!: string;
  @ApiProperty() changedAt!: string;
}

export class BookingMoves {
  @ApiProperty({ type: () => [BookingMove] }) items!: BookingMove[];
  @ApiProperty({ description: 'hours before the start until which the reader may move it' })
  untilHoursBefore!: number;
}

/** The same booking at another time, by either side. */
@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class RescheduleBookingController {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly reader: BookingReader,
    private readonly askers: Askers,
  ) {}

  @Post('reschedule')
  @HttpCode(200)
  @ApiOkResponse({ type: Booking })
  async reschedule(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RescheduleRequest,
  ): Promise<Booking> {
    const asker = await this.askers.signedIn(request);
    const booking = await this.scheduling.booking(id, asker.person.id);
    const moved = await this.scheduling.rescheduleBooking({
      bookingId: id,
      by: booking.learnerId === asker.person.id ? 'learner' : 'expert',
      fromStartsAt: Temporal.Instant.from(body.from),
      toStartsAt: Temporal.Instant.from(body.to),
    });
    return this.reader.present(moved, asker);
  }

  @Get('moves')
  @ApiOkResponse({ type: BookingMoves })
  async moves(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<BookingMoves> {
    const { person } = await this.askers.signedIn(request);
    const { learnerId } = await this.scheduling.booking(id, person.id);
    const moves = await this.scheduling.movesOf(id, person.id);
    return {
      items: moves.map(({ by, reason, fromStartsAt, toStartsAt, changedAt }) => ({
        by,
        reason,
        fromStartsAt,
        toStartsAt,
        changedAt,
      })),
      untilHoursBefore: MOVE_UNTIL_HOURS_BEFORE[learnerId === person.id ? 'learner' : 'expert'],
    };
  }
}
