import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { safeFileName } from '../../../platform/storage/file-kinds.js';
import { readSentFile } from '../../../platform/storage/read-sent-file.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { DocumentFiles } from '../application/document-files.js';
import { Documents } from '../application/documents.js';
import { LiveDocuments, toBase64 } from '../application/live-documents.js';
import type { SessionView } from '../application/session-view.js';
import { DOCUMENT_BYTES_MAX } from '../domain/document.js';
import { documentRoom } from '../realtime/documents.gateway.js';
import { SessionsFacade } from '../sessions.facade.js';
import {
  DocumentChangeRequest,
  NewDocumentRequest,
  SharedDocument,
  SharedDocumentList,
} from './documents.dto.js';

/** Texts that both people of a session edit: listed for both also afterwards, opened and changed while it is open. */
@ApiTags('sessions')
@Controller('api/v1/sessions/:id/documents')
export class DocumentsController {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly documents: Documents,
    private readonly files: DocumentFiles,
    private readonly live: LiveDocuments,
    private readonly realtime: Realtime,
  ) {}

  @Get()
  @ApiOkResponse({ type: SharedDocumentList })
  async list(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SharedDocumentList> {
    await this.sessions.session(id, person.accountId);
    return { items: await this.documents.of(id) };
  }

  /** A new text, or a file (.md, .txt, .csv, source, .docx) opened as one. */
  @Post()
  @ApiCreatedResponse({ type: SharedDocument })
  async create(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { clientId, name, fileId }: NewDocumentRequest,
  ): Promise<SharedDocument> {
    const session = await this.sessions.openSession(id, person.accountId);
    if (fileId === undefined && name === undefined)
      throw new InvalidInputError([{ field: 'name', rule: 'required' }]);
    const opened = fileId
      ? await this.files.read(fileId, person.accountId)
      : { name: safeFileName(name ?? ''), format: 'text' as const, text: '' };
    const document = await this.documents.create(id, person.accountId, { clientId, ...opened });
    this.tell(session, document);
    return document;
  }

  @Patch(':documentId')
  @ApiOkResponse({ type: SharedDocument })
  async change(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() { writers }: DocumentChangeRequest,
  ): Promise<SharedDocument> {
    const session = await this.sessions.openSession(id, person.accountId);
    const document = await this.documents.setWriters(id, documentId, person.accountId, writers);
    this.tell(session, document);
    return document;
  }

  /** A change that is too large for a message of the live connection, as the bytes of a file. */
  @Post(':documentId/updates')
  @HttpCode(204)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  async update(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.sessions.openSession(id, person.accountId);
    await this.documents.assertMayWrite(id, documentId, person.accountId);
    const { bytes } = await readSentFile(request, DOCUMENT_BYTES_MAX);
    await this.live.append(documentId, bytes);
    const update = toBase64(bytes);
    this.realtime.toRoom(documentRoom(documentId), 'document.update', { documentId, update });
  }

  private tell({ learnerId, expertId, id: sessionId }: SessionView, document: object): void {
    for (const personId of [learnerId, expertId])
      this.realtime.toPerson(personId, 'document.changed', { sessionId, document });
  }
}
