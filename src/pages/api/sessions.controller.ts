import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PAUSE_REASONS, type PauseReason, SessionsFacade } from '../../modules/sessions/index.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { SessionReader } from './reads/session-reader.js';
import {
  ChatMessage,
  JoinedSession,
  Receipt,
  ReceiptBrief,
  SessionView,
  Still,
} from './views/session.view.js';

export class PauseRequest {
  @ApiProperty({ enum: PAUSE_REASONS })
  @IsIn(PAUSE_REASONS)
  reason!: PauseReason;
}

const RECEIPTS_SHOWN = 100;

export class MessageList {
  @ApiProperty({ type: () => [ChatMessage] }) items!: ChatMessage[];
}

export class StillList {
  @ApiProperty({ type: () => [Still] }) items!: Still[];
}

export class ReceiptList {
  @ApiProperty({ type: () => [ReceiptBrief] }) items!: ReceiptBrief[];
}

/** The live hour and what is left of it, for its two people alone. */
@ApiTags('sessions')
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly reader: SessionReader,
  ) {}

  @Get('sessions/:id')
  @ApiOkResponse({ type: SessionView })
  read(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SessionView> {
    return this.reader.read(id, person.accountId);
  }

  /** A seat in the room: the key that signs heartbeats, and what the browser's connector needs. */
  @Post('sessions/:id/join')
  @HttpCode(200)
  @ApiOkResponse({ type: JoinedSession })
  async join(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<JoinedSession> {
    const { seat, ticket } = await this.sessions.join(id, person.accountId);
    return { seat, ticket: { ...ticket } };
  }

  @Post('sessions/:id/end')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async end(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SessionView> {
    await this.sessions.end(id, person.accountId);
    return this.reader.read(id, person.accountId);
  }

  /** Either lets the meter stand, and says why; both see it. */
  @Post('sessions/:id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async pause(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: PauseRequest,
  ): Promise<SessionView> {
    await this.sessions.pause(id, person.accountId, reason);
    return this.reader.read(id, person.accountId);
  }

  /** Either lets it go on. */
  @Post('sessions/:id/go-on')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async goOn(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SessionView> {
    await this.sessions.goOn(id, person.accountId);
    return this.reader.read(id, person.accountId);
  }

  @Get('sessions/:id/messages')
  @ApiOkResponse({ type: MessageList })
  async messages(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MessageList> {
    return { items: await this.sessions.messagesOf(id, person.accountId) };
  }

  /** Frozen pictures of the room with what both drew on them; they stay with both. */
  @Get('sessions/:id/stills')
  @ApiOkResponse({ type: StillList })
  async stills(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StillList> {
    return { items: await this.sessions.stillsOf(id, person.accountId) };
  }

  /** What was paid and why, with the log of the meter from which anybody can work it out again. */
  @Get('sessions/:id/receipt')
  @ApiOkResponse({ type: Receipt })
  receipt(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Receipt> {
    return this.reader.receipt(id, person);
  }

  @Get('receipts')
  @ApiOkResponse({ type: ReceiptList })
  async receipts(@CurrentPerson() person: Principal): Promise<ReceiptList> {
    return { items: await this.reader.receipts(person.accountId, RECEIPTS_SHOWN) };
  }
}
