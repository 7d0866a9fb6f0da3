import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { CardRequest, ChallengeSecret } from '../card.dto.js';
import { ChallengeRequest } from '../help-now/help-now.dto.js';
import { MoreTime, PayTimeRequest, ProposeTimeRequest } from './extend-session.dto.js';
import { ExtendSession } from './extend-session.js';
import { ExtensionReader } from './extension-reader.js';

/** More time while the session runs; both have to tap, and only its two people see or do anything. */
@ApiTags('sessions')
@Controller('api/v1/sessions/:id/more-time')
export class ExtendSessionController {
  constructor(
    private readonly extend: ExtendSession,
    private readonly reader: ExtensionReader,
  ) {}

  @Get()
  @ApiOkResponse({ type: MoreTime })
  read(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MoreTime> {
    return this.reader.read(id, accountId);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: MoreTime })
  async propose(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { minutes }: ProposeTimeRequest,
  ): Promise<MoreTime> {
    await this.extend.propose(id, accountId, minutes);
    return this.reader.read(id, accountId);
  }

  @Post(':proposal/agree')
  @HttpCode(200)
  @ApiOkResponse({ type: MoreTime })
  async agree(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proposal', ParseUUIDPipe) proposal: string,
  ): Promise<MoreTime> {
    await this.extend.agree(proposal, accountId);
    return this.reader.read(id, accountId);
  }

  @Post(':proposal/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: MoreTime })
  async decline(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proposal', ParseUUIDPipe) proposal: string,
  ): Promise<MoreTime> {
    await this.extend.decline(proposal, accountId);
    return this.reader.read(id, accountId);
  }

  @Post(':proposal/pay')
  @HttpCode(200)
  @ApiOkResponse({ type: MoreTime })
  async pay(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proposal', ParseUUIDPipe) proposal: string,
    @Body() { payment }: PayTimeRequest,
  ): Promise<MoreTime> {
    const card = CardRequest.cardOf(payment);
    if (card) await this.extend.pay(proposal, accountId, card);
    return this.reader.read(id, accountId);
  }

  /** For the form of a payment provider that asks the bank itself. */
  @Get(':proposal/authenticate')
  @ApiOkResponse({ type: ChallengeSecret })
  async challenge(
    @CurrentPerson() { accountId }: Principal,
    @Param('proposal', ParseUUIDPipe) proposal: string,
  ): Promise<ChallengeSecret> {
    return { secret: await this.extend.challengeSecret(proposal, accountId) };
  }

  @Post(':proposal/authenticate')
  @HttpCode(200)
  @ApiOkResponse({ type: MoreTime })
  async authenticate(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proposal', ParseUUIDPipe) proposal: string,
    @Body() { outcome }: ChallengeRequest,
  ): Promise<MoreTime> {
    await this.extend.answerChallenge(proposal, accountId, outcome);
    return this.reader.read(id, accountId);
  }
}
