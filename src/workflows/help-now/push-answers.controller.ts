import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, Public } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { AcceptedResponse, PushCheckAnswer, RingAnswerRequest } from './help-now.dto.js';
import { PushAnswers } from './push-answers.js';

/** Answers that come from a notification, without an open page and its cookies: the token says who answers what. */
@ApiTags('help now')
@Controller('api/v1')
export class PushAnswersController {
  constructor(private readonly answers: PushAnswers) {}

  @Public()
  @Post('ring-answers')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedResponse })
  async answerRing(@Body() body: RingAnswerRequest): Promise<AcceptedResponse> {
    return { sessionId: await this.answers.answerRing(body.token, body.answer) };
  }

  @Public()
  @Post('push-check-answers')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answerCheck(@Body() body: PushCheckAnswer): Promise<void> {
    await this.answers.answerCheck(body.token);
  }

  /** Sends a notification that asks for one tap, to every browser of the person. */
  @Post('me/push/checks')
  @HttpCode(204)
  @ApiNoContentResponse()
  async check(@CurrentPerson() person: Principal): Promise<void> {
    await this.answers.askForTap(person.accountId);
  }
}
