import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import type { RecordingLink } from '../application/recording-links.js';
import { RecordingsFacade } from '../recordings.facade.js';
import { readRange } from './byte-range.js';
import {
  RecordingAddress,
  RecordingAddressList,
  RecordingConsentRequest,
  RecordingLinkQuery,
  RecordingLinksRequest,
  ReportRequest,
  ReportState,
  RoomRecording,
} from './recordings.dto.js';

/** Recording as the two people of a session decide about it, and what was recorded, for them alone. */
@ApiTags('recordings')
@Controller('api/v1')
export class RecordingsController {
  constructor(private readonly recordings: RecordingsFacade) {}

  @Get('sessions/:id/recording')
  @ApiOkResponse({ type: RoomRecording })
  room(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RoomRecording> {
    return this.recordings.room(id, accountId);
  }

  /** Agrees to a purpose, or takes it back: then nothing more is recorded when this answers. */
  @Post('sessions/:id/recording/consents')
  @HttpCode(200)
  @ApiOkResponse({ type: RoomRecording })
  consent(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() answer: RecordingConsentRequest,
  ): Promise<RoomRecording> {
    return this.recordings.answer(id, accountId, answer);
  }

  @Get('sessions/:id/reports/mine')
  @ApiOkResponse({ type: ReportState })
  async reported(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReportState> {
    await this.recordings.room(id, accountId);
    return { hasReported: await this.recordings.hasReported(id, accountId) };
  }

  /** Reports the other person; what is held as evidence is kept. */
  @Post('sessions/:id/reports')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportState })
  async report(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() report: ReportRequest,
  ): Promise<ReportState> {
    await this.recordings.report(id, accountId, report);
    return { hasReported: true };
  }

  /** Addresses to play it, or to keep it: two different things, each written down. */
  @Post('recordings/:id/addresses')
  @HttpCode(200)
  @ApiOkResponse({ type: RecordingAddressList })
  async addresses(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { use }: RecordingLinksRequest,
  ): Promise<RecordingAddressList> {
    const links = await this.recordings.open(id, accountId, use);
    return { items: links.map(addressOf) };
  }

  /** The bytes, whole or a part. HEAD answers too. */
  @Get('recording-files/:id')
  @ApiExcludeEndpoint()
  async bytes(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) fileId: string,
    @Query() { use, expires, signature }: RecordingLinkQuery,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const link = { fileId, use, expires: Number(expires), signature };
    const { file, fileName } = await this.recordings.read(link, accountId);
    void reply.headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-type': file.contentType,
      'content-disposition': use === 'download' ? `attachment; filename="${fileName}"` : 'inline',
    });
    const asked = readRange(range, file.sizeBytes);
    if (!asked.ok) {
      void reply.status(416).header('content-range', `bytes */${file.sizeBytes}`);
      return undefined;
    }
    const part = asked.value;
    if (part === null)
      return new StreamableFile(file.stream(), { length: file.sizeBytes, type: file.contentType });
    void reply
      .status(206)
      .header('content-range', `bytes ${part.start}-${part.end}/${file.sizeBytes}`);
    const length = part.end - part.start + 1;
    return new StreamableFile(file.stream(part), { length, type: file.contentType });
  }
}

function addressOf({ fileId, use, expires, signature }: RecordingLink): RecordingAddress {
  const query = new URLSearchParams({ use, expires: String(expires), signature });
  return { fileId, url: `/api/v1/recording-files/${fileId}?${query.toString()}` };
}
