import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SessionHistoryFacade } from '../../modules/sessions/index.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { SessionExport } from './reads/session-export.js';
import { SessionReader } from './reads/session-reader.js';
import { Timeline } from './views/timeline.view.js';

/** Everything that is left of a session on one line, for its two people, to read and to take home. */
@ApiTags('sessions')
@Controller('api/v1/sessions/:id')
export class TimelineController {
  constructor(
    private readonly history: SessionHistoryFacade,
    private readonly reader: SessionReader,
    private readonly exports: SessionExport,
  ) {}

  @Get('timeline')
  @ApiOkResponse({ type: Timeline })
  async read(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Timeline> {
    const session = await this.reader.read(id, person.accountId);
    return { session, items: await this.history.of(id, person.accountId) };
  }

  /** A zip file: the time line as page, text and data, with files, documents and frozen pictures. */
  @Get('export')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const zip = await this.exports.zip(id, person);
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="visavis-${id}.zip"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(zip, { type: 'application/zip' });
  }
}
