import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { AT_ONCE_FEW, SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { CurrentPerson, Public } from '../../platform/http/decorators.js';
import { IdempotencyInterceptor } from '../../platform/http/idempotency.interceptor.js';
import type { Principal } from '../../platform/http/principal.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { QuoteReader } from '../../pages/api/reads/quote-reader.js';
import { HelpRequest, Quote } from '../../pages/api/views/help.view.js';
import {
  AcceptedResponse,
  AskForHelpRequest,
  ChallengeRequest,
  QuoteRequest,
} from './help-now.dto.js';
import { CardRequest, ChallengeSecret } from '../card.dto.js';
import { HelpNow } from './help-now.js';
import { HelpRequestReader } from './help-request-reader.js';

@ApiTags('help now')
@Controller('api/v1')
export class HelpNowController {
  constructor(
    private readonly helpNow: HelpNow,
    private readonly reader: HelpRequestReader,
    private readonly quotes: QuoteReader,
    private readonly scheduling: SchedulingFacade,
    private readonly sessions: SessionsFacade,
    private readonly catalog: CatalogFacade,
    private readonly askers: Askers,
  ) {}

  /** What it would cost at most, before anything is agreed. */
  @Public()
  @Post('quotes')
  @HttpCode(200)
  @ApiOkResponse({ type: Quote })
  async quote(@Req() request: FastifyRequest, @Body() body: QuoteRequest): Promise<Quote> {
    const asker = await this.askers.of(request);
    return this.quotes.read(
      await this.catalog.liveListing(body.listingId, asker.language),
      body.ceilingMinutes ?? body.minutes ?? null,
      asker,
    );
  }

  @Post('help-requests')
  @UseInterceptors(IdempotencyInterceptor)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: HelpRequest })
  async ask(
    @Req() request: FastifyRequest,
    @Body() body: AskForHelpRequest,
    @Headers('idempotency-key') key: string,
  ): Promise<HelpRequest> {
    const asker = await this.askers.signedIn(request);
    const opened = await this.helpNow.ask(asker, {
      ...body,
      key,
      photoFileId: body.photoFileId ?? null,
      atOnce: body.atOnce === 'few' ? AT_ONCE_FEW : 1,
      card: CardRequest.cardOf(body.payment),
      visitorAddress: request.ip,
    });
    return this.reader.present(opened, asker);
  }

  @Get('help-requests/:id')
  @ApiOkResponse({ type: HelpRequest })
  async read(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<HelpRequest> {
    return this.reader.read(id, await this.askers.signedIn(request));
  }

  /** For the form of a payment provider that asks the bank itself. */
  @Get('help-requests/:id/authenticate')
  @ApiOkResponse({ type: ChallengeSecret })
  async challenge(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ChallengeSecret> {
    const { person } = await this.askers.signedIn(request);
    return { secret: await this.helpNow.challengeSecret(id, person.id) };
  }

  @Post('help-requests/:id/authenticate')
  @HttpCode(200)
  @ApiOkResponse({ type: HelpRequest })
  async authenticate(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChallengeRequest,
  ): Promise<HelpRequest> {
    const asker = await this.askers.signedIn(request);
    return this.reader.present(
      await this.helpNow.answerChallenge(id, asker.person.id, body.outcome),
      asker,
    );
  }

  @Post('help-requests/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: HelpRequest })
  async withdraw(
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<HelpRequest> {
    const asker = await this.askers.signedIn(request);
    await this.scheduling.withdraw(id, asker.person.id);
    return this.reader.read(id, asker);
  }

  @Post('rings/:id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedResponse })
  async accept(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AcceptedResponse> {
    const { helpRequestId } = await this.scheduling.accept(id, person.accountId);
    const session = await this.sessions.sessionOf('help_request', helpRequestId);
    return { sessionId: session?.id ?? null };
  }

  @Post('rings/:id/decline')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decline(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.scheduling.decline(id, person.accountId);
  }
}
