import {
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson } from '../http/decorators.js';
import type { Principal } from '../http/principal.js';
import { dispositionOf, isRasterPicture } from './file-kinds.js';
import { readSentFile } from './read-sent-file.js';
import { Uploads, type UploadView } from './uploads.js';

export class UploadResponse {
  @ApiProperty() id!: string;
  @ApiProperty() url!: string;
  @ApiProperty() contentType!: string;
  @ApiProperty() sizeBytes!: number;
}

export function uploadResponseOf({ id, contentType, sizeBytes }: UploadView): UploadResponse {
  return { id, url: `/api/v1/files/${id}`, contentType, sizeBytes };
}

@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: UploadResponse })
  async upload(
    @CurrentPerson() person: Principal,
    @Req() request: FastifyRequest,
  ): Promise<UploadResponse> {
    const { fileName, bytes } = await readSentFile(request);
    return uploadResponseOf(await this.uploads.add(person.accountId, fileName, bytes));
  }

  @Get(':id')
  @Header('cache-control', 'private, max-age=300')
  async download(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, fileName } = await this.uploads.read(id, person.accountId);
    // Only pictures are shown here; everything else a browser can do no more with than save it.
    const kind = isRasterPicture(file.contentType) ? 'inline' : 'attachment';
    void reply.headers({
      'content-type': file.contentType,
      'content-disposition': dispositionOf(kind, fileName),
    });
    return new StreamableFile(file.stream(), { length: file.sizeBytes, type: file.contentType });
  }
}
