import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { DrawDocument } from '../application/draw-document.js';

@ApiTags('billing')
@Controller('api/v1/documents')
export class DocumentsController {
  constructor(private readonly documents: DrawDocument) {}

  /** Invoices and credit notes, for their readers only. */
  @Get(':id/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@Param('id') id: string, @CurrentPerson() person: Principal): Promise<StreamableFile> {
    const { number } = await this.documents.document(id, person.accountId);
    const file = await this.documents.pdf(id, person.accountId);
    return new StreamableFile(file.stream(), {
      type: file.contentType,
      length: file.sizeBytes,
      disposition: `inline; filename="${number.replace(/[^\w-]/g, '_')}.pdf"`,
    });
  }
}
