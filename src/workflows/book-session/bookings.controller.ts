import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { IdempotencyInterceptor } from '../../platform/http/idempotency.interceptor.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { Booking } from '../../pages/api/views/booking.view.js';
import { CardRequest, ChallengeSecret } from '../card.dto.js';
import { ChallengeRequest } from '../help-now/help-now.dto.js';
import { BookSession } from './book-session.js';
import { ConfirmRequest, HoldRequest } from './book-session.dto.js';
import { BookingInvitations } from './booking-invitations.js';
import { BookingReader } from './booking-reader.js';

const PARTIES = ['learner', 'expert'] as const;

export class BookingsQuery {
  @ApiProperty({ required: false, enum: PARTIES })
  @IsOptional()
  @IsIn(PARTIES)
  role?: (typeof PARTIES)[number];
}

export class BookingList {
  @ApiProperty({ type: () => [Booking] }) items!: Booking[];
}

@ApiTags('bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(
    private readonly booking: BookSession,
    private readonly reader: BookingReader,
    private readonly scheduling: SchedulingFacade,
    private readonly accounts: AccountsFacade,
    private readonly invitations: BookingInvitations,
    private readonly askers: Askers,
  ) {}

  @Post()
  @UseInterceptors(IdempotencyInterceptor)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: Booking })
  async hold(
    @Req() request: FastifyRequest,
    @Body() body: HoldRequest,
    @Headers('idempotency-key') key: string,
  ): Promise<Booking> {
    const asker = await this.askers.signedIn(request);
    return this.reader.present(
      await this.booking.hold(asker, key, body.listingId, body.startsAt, body.problem ?? ''),
      asker,
    );
  }

  @Get()
  @ApiOkResponse({ type: BookingList })
  async list(
    @Req() request: FastifyRequest,
    @Query() { role }: BookingsQuery,
  ): Promise<BookingList> {
    return {
      items: await this.reader.list(await this.askers.signedIn(request), role ?? 'learner'),
    };
  }

  @Get(':id')
  @ApiOkResponse({ type: Booking })
  async read(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Booking> {
    return this.reader.read(id, await this.askers.signedIn(request));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: Booking })
  async confirm(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<Booking> {
    const asker = await this.askers.signedIn(request);
    return this.reader.present(
      await this.booking.confirm(asker, id, CardRequest.cardOf(body.payment), key ?? randomUUID()),
      asker,
    );
  }

  /** For the form of a payment provider that asks the bank itself. */
  @Get(':id/authenticate')
  @ApiOkResponse({ type: ChallengeSecret })
  async challenge(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ChallengeSecret> {
    return { secret: await this.booking.challengeSecret(await this.askers.signedIn(request), id) };
  }

  @Post(':id/authenticate')
  @HttpCode(200)
  @ApiOkResponse({ type: Booking })
  async authenticate(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChallengeRequest,
  ): Promise<Booking> {
    const asker = await this.askers.signedIn(request);
    return this.reader.present(await this.booking.answerChallenge(asker, id, body.outcome), asker);
  }

  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<string> {
    const { person } = await this.askers.signedIn(request);
    const booking = await this.scheduling.booking(id, person.id);
    return this.invitations.published([booking], await this.accounts.person(person.id));
  }
}
