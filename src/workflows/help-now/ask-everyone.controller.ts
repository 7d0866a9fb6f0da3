import { Body, Controller, Headers, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdempotencyInterceptor } from '../../platform/http/idempotency.interceptor.js';
import { Askers } from '../../pages/api/reads/asker.js';
import { HelpRequest } from '../../pages/api/views/help.view.js';
import { money, toMoneyJson } from '../../shared/money.js';
import { AskEveryoneRequest, EveryonePreview, OpenQuestionRequest } from './ask-everyone.dto.js';
import { AskEveryone } from './ask-everyone.js';
import type { OpenQuestion } from './candidates.js';
import { HelpRequestReader } from './help-request-reader.js';
import { CardRequest } from '../card.dto.js';

/** For whoever found nobody: everyone who could know is asked at once. */
@ApiTags('help now')
@Controller('api/v1/questions')
export class AskEveryoneController {
  constructor(
    private readonly everyone: AskEveryone,
    private readonly reader: HelpRequestReader,
    private readonly askers: Askers,
  ) {}

  /** How many would be asked, and what would be held, before anything is agreed. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: EveryonePreview })
  async preview(
    @Req() request: FastifyRequest,
    @Body() body: OpenQuestionRequest,
  ): Promise<EveryonePreview> {
    const asker = await this.askers.signedIn(request);
    const { expertCount, hold } = await this.everyone.preview(questionOf(body), asker);
    return { expertCount, hold: hold && toMoneyJson(hold) };
  }

  @Post()
  @UseInterceptors(IdempotencyInterceptor)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: HelpRequest })
  async ask(
    @Req() request: FastifyRequest,
    @Body() body: AskEveryoneRequest,
    @Headers('idempotency-key') key: string,
  ): Promise<HelpRequest> {
    const asker = await this.askers.signedIn(request);
    const opened = await this.everyone.ask(asker, {
      ...questionOf(body),
      key,
      photoFileId: body.photoFileId ?? null,
      card: CardRequest.cardOf(body.payment),
      visitorAddress: request.ip,
    });
    return this.reader.present(opened, asker);
  }
}

function questionOf(body: OpenQuestionRequest): OpenQuestion {
  const { problem, category, language, ceilingMinutes, maximum } = body;
  return {
    problem,
    categorySlug: category ?? null,
    language,
    ceilingMinutes,
    maximum: maximum && money(BigInt(maximum.amountMinor), maximum.currency),
  };
}
