import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { expertBriefOf } from '../../pages/api/reads/listing-cards.js';
import { ExpertBrief } from '../../pages/api/views/listing.view.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';

export class BlockedPeople {
  @ApiProperty({ type: () => [ExpertBrief] }) items!: ExpertBrief[];
}

/** Out of a room and never again with this person: one call, no questions. It can be taken back. */
@ApiTags('sessions')
@Controller('api/v1')
export class LeaveAndBlockController {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
  ) {}

  /** The block comes first: should the ending fail, the two are apart all the same. */
  @Post('sessions/:id/leave-and-block')
  @HttpCode(204)
  @ApiNoContentResponse()
  async leave(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const { learnerId, expertId } = await this.sessions.session(id, accountId);
    await this.accounts.block(accountId, learnerId === accountId ? expertId : learnerId);
    await this.sessions.end(id, accountId);
  }

  @Get('blocks')
  @ApiOkResponse({ type: BlockedPeople })
  async list(@CurrentPerson() { accountId }: Principal): Promise<BlockedPeople> {
    const ids = await this.accounts.blockedBy(accountId);
    const people = await this.accounts.people(ids);
    return {
      items: ids.flatMap((id) => {
        const person = people.get(id);
        return person ? [expertBriefOf(person, [person.language])] : [];
      }),
    };
  }

  @Delete('blocks/:personId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async takeBack(
    @CurrentPerson() { accountId }: Principal,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<void> {
    await this.accounts.unblock(accountId, personId);
  }
}
