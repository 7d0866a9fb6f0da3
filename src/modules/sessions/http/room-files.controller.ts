import { Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../../../platform/config/config.js';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { FILE_EXTENSIONS } from '../../../platform/storage/file-kinds.js';
import { UploadResponse, uploadResponseOf } from '../../../platform/storage/files.controller.js';
import { readSentFile } from '../../../platform/storage/read-sent-file.js';
import { Uploads } from '../../../platform/storage/uploads.js';
import { SessionsFacade } from '../sessions.facade.js';

export class RoomFileLimits {
  @ApiProperty() bytesMax!: number;
  @ApiProperty({ description: 'Endings of file names, without the dot.', type: [String] })
  extensions!: readonly string[];
}

/** Files for the chat of a room: for its two people, and only of kinds that the installation takes. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class RoomFilesController {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly uploads: Uploads,
    private readonly config: AppConfig,
  ) {}

  @Get(':id/file-limits')
  @ApiOkResponse({ type: RoomFileLimits })
  async limits(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RoomFileLimits> {
    await this.sessions.session(id, person.accountId);
    return { bytesMax: this.config.roomFiles.bytesMax, extensions: this.extensions() };
  }

  @Post(':id/files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: UploadResponse })
  async upload(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<UploadResponse> {
    await this.sessions.session(id, person.accountId);
    const { fileName, bytes } = await readSentFile(request, this.config.roomFiles.bytesMax);
    return uploadResponseOf(
      await this.uploads.addOf(this.extensions(), person.accountId, fileName, bytes),
    );
  }

  private extensions(): readonly string[] {
    return this.config.roomFiles.extensions ?? FILE_EXTENSIONS;
  }
}
