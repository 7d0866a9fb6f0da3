import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { dispositionOf } from '../../../platform/storage/file-kinds.js';
import { DocumentFiles } from '../application/document-files.js';
import { DocumentVersions } from '../application/document-versions.js';
import type { DocumentView } from '../application/document-views.js';
import { Documents } from '../application/documents.js';
import { LiveDocuments } from '../application/live-documents.js';
import { documentRoom } from '../realtime/documents.gateway.js';
import { SessionsFacade } from '../sessions.facade.js';
import {
  DocumentText,
  DocumentVersion,
  DocumentVersionList,
  SaveVersionRequest,
} from './documents.dto.js';

/** What a document was and is: versions to save, look at, bring back and take home. Read by both people, also afterwards. */
@ApiTags('sessions')
@Controller('api/v1/sessions/:id/documents/:documentId')
export class DocumentVersionsController {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly documents: Documents,
    private readonly versions: DocumentVersions,
    private readonly files: DocumentFiles,
    private readonly live: LiveDocuments,
    private readonly realtime: Realtime,
  ) {}

  @Get('text')
  @ApiOkResponse({ type: DocumentText })
  async text(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
  ): Promise<DocumentText> {
    await this.own(person, id, documentId);
    return { text: await this.live.textOf(documentId) };
  }

  /** As it is now, as a file of the kind it was opened from. */
  @Get('file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const document = await this.own(person, id, documentId);
    return this.send(document, await this.live.textOf(documentId), reply);
  }

  @Get('versions')
  @ApiOkResponse({ type: DocumentVersionList })
  async list(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
  ): Promise<DocumentVersionList> {
    await this.own(person, id, documentId);
    return { items: await this.versions.of(documentId) };
  }

  @Post('versions')
  @ApiCreatedResponse({ type: DocumentVersion })
  async save(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() { name }: SaveVersionRequest,
  ): Promise<DocumentVersion> {
    await this.writable(person, id, documentId);
    const version = await this.versions.save(documentId, person.accountId, name.trim());
    this.tell(documentId);
    return version;
  }

  @Get('versions/:number')
  @ApiOkResponse({ type: DocumentText })
  async version(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<DocumentText> {
    await this.own(person, id, documentId);
    const { text } = await this.versions.one(documentId, number);
    return { text };
  }

  @Get('versions/:number/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async versionFile(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const document = await this.own(person, id, documentId);
    const { text } = await this.versions.one(documentId, number);
    return this.send(document, text, reply);
  }

  @Post('versions/:number/restore')
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentVersion })
  async restore(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<DocumentVersion> {
    await this.writable(person, id, documentId);
    const { version, update } = await this.versions.restore(documentId, number, person.accountId);
    if (update !== null)
      this.realtime.toRoom(documentRoom(documentId), 'document.update', { documentId, update });
    this.tell(documentId);
    return version;
  }

  /** @throws NotFoundError for everybody but the two people of the session */
  private async own(person: Principal, id: string, documentId: string): Promise<DocumentView> {
    await this.sessions.session(id, person.accountId);
    return this.documents.one(id, documentId);
  }

  private async writable(person: Principal, id: string, documentId: string): Promise<void> {
    await this.sessions.openSession(id, person.accountId);
    await this.documents.assertMayWrite(id, documentId, person.accountId);
  }

  private async send(
    { name, format }: DocumentView,
    text: string,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.files.write(name, format, text);
    void reply.headers({
      'content-type': file.contentType,
      'content-disposition': dispositionOf('attachment', file.name),
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(file.bytes, { type: file.contentType });
  }

  private tell(documentId: string): void {
    this.realtime.toRoom(documentRoom(documentId), 'document.versions', { documentId });
  }
}
