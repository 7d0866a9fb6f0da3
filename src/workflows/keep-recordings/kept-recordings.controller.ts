import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordingList, RecordingsFacade } from '../../modules/sessions/index.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { KeepRecordings } from './keep-recordings.js';

/** What was recorded of a session, for its two people; whether a claim holds it only billing knows. */
@ApiTags('recordings')
@Controller('api/v1')
export class KeptRecordingsController {
  constructor(
    private readonly recordings: RecordingsFacade,
    private readonly keeping: KeepRecordings,
  ) {}

  @Get('sessions/:id/recordings')
  @ApiOkResponse({ type: RecordingList })
  async list(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RecordingList> {
    const certificates = await this.recordings.certificatesOf(id, accountId);
    const hasOpenClaim = await this.keeping.hasOpenClaim(id);
    return { items: await this.recordings.of(id, accountId, hasOpenClaim), certificates };
  }

  /** For both, and for good; either of the two may. */
  @Delete('recordings/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async delete(
    @CurrentPerson() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const sessionId = await this.recordings.sessionOf(id, accountId);
    await this.recordings.delete(id, accountId, await this.keeping.hasOpenClaim(sessionId));
  }
}
