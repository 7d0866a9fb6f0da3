import '@fastify/multipart';
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
import { InvalidInputError } from '../../shared/domain-error.js';
import { CurrentPerson } from '../http/decorators.js';
import type { Principal } from '../http/principal.js';
import { Uploads } from './uploads.js';

export class UploadResponse {
  @ApiProperty() id!: string;
  @ApiProperty() url!: string;
  @ApiProperty() contentType!: string;
  @ApiProperty() sizeBytes!: number;
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
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw new InvalidInputError([{ field: 'file', rule: 'required' }]);
    const { id, contentType, sizeBytes } = await this.uploads.add(
      person.accountId,
      part.filename,
      await part.toBuffer(),
    );
    return { id, url: `/api/v1/files/${id}`, contentType, sizeBytes };
  }

  @Get(':id')
  @Header('cache-control', 'private, max-age=300')
  @Header('content-disposition', 'inline')
  async download(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.uploads.read(id, person.accountId);
    void reply.header('content-type', file.contentType);
    return new StreamableFile(file.stream(), { length: file.sizeBytes, type: file.contentType });
  }
}
