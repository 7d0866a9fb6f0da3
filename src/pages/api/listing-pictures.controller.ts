import { Controller, Get, Header, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { Public } from '../../platform/http/decorators.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { NotFoundError } from '../../shared/domain-error.js';

/** Pictures of live offers, for everybody; those of drafts are read by their owner as any other file. */
@ApiTags('catalog')
@Public()
@Controller('api/v1/listings')
export class ListingPicturesController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly uploads: Uploads,
  ) {}

  @Get(':id/pictures/:fileId')
  @Header('cache-control', 'public, max-age=86400')
  @Header('content-disposition', 'inline')
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.catalog.livePicture(id, fileId);
    const file = await this.uploads.readPublished(fileId);
    if (!file.contentType.startsWith('image/')) throw new NotFoundError('picture');
    void reply.header('content-type', file.contentType);
    return new StreamableFile(file.stream(), { length: file.sizeBytes, type: file.contentType });
  }
}
