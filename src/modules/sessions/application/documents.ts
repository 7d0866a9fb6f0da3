import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import {
  DOCUMENT_LENGTH_MAX,
  type DocumentFormat,
  DOCUMENTS_PER_SESSION_MAX,
  mayWrite,
  type Writers,
} from '../domain/document.js';
import {
  DocumentReadOnlyError,
  DocumentTooLongError,
  TooManyDocumentsError,
} from '../domain/sessions.errors.js';
import { DocumentRecord } from '../persistence/document.records.js';
import { DocumentVersions } from './document-versions.js';
import { type DocumentView, documentViewOf } from './document-views.js';
import { LiveDocuments } from './live-documents.js';

export interface NewDocument {
  readonly clientId: string;
  /** A file name, with its ending. */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
}

/** The shared documents of sessions. Whoever calls has checked that the person is one of the two. */
@Injectable()
export class Documents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveDocuments,
    private readonly versions: DocumentVersions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Oldest first. */
  async of(sessionId: string): Promise<DocumentView[]> {
    const records = await this.unitOfWork.manager.find(DocumentRecord, {
      where: { sessionId },
      order: { id: 'ASC' },
    });
    return records.map(documentViewOf);
  }

  /** @throws NotFoundError also when it is of another session */
  async one(sessionId: string, id: string): Promise<DocumentView> {
    return documentViewOf(await this.load(sessionId, id));
  }

  /** @throws DocumentReadOnlyError, NotFoundError */
  async assertMayWrite(sessionId: string, id: string, personId: string): Promise<void> {
    if (!mayWrite(await this.load(sessionId, id), personId)) throw new DocumentReadOnlyError();
  }

  /**
   * Opens a new text for both; what was asked for twice is opened once. A text that came from a file is kept as its
   * first version. @throws DocumentTooLongError, TooManyDocumentsError
   */
  async create(sessionId: string, personId: string, document: NewDocument): Promise<DocumentView> {
    const { text, ...named } = document;
    if (text.length > DOCUMENT_LENGTH_MAX) throw new DocumentTooLongError(DOCUMENT_LENGTH_MAX);
    const { manager } = this.unitOfWork;
    if ((await manager.countBy(DocumentRecord, { sessionId })) >= DOCUMENTS_PER_SESSION_MAX)
      throw new TooManyDocumentsError();
    const record = {
      ...named,
      id: this.ids.next(),
      sessionId,
      writers: 'both' as const,
      createdBy: personId,
      createdAt: this.clock.now(),
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(DocumentRecord, record);
        if (text === '') return;
        await this.live.replace(record.id, text);
        await this.versions.add(record.id, { kind: 'opened', name: '', text, savedBy: personId });
      });
      return documentViewOf(record);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const { clientId } = document;
      return documentViewOf(await manager.findOneByOrFail(DocumentRecord, { sessionId, clientId }));
    }
  }

  /** Who may write; for its author alone. @throws DocumentReadOnlyError, NotFoundError */
  async setWriters(
    sessionId: string,
    id: string,
    personId: string,
    writers: Writers,
  ): Promise<DocumentView> {
    const record = await this.load(sessionId, id);
    if (record.createdBy !== personId) throw new DocumentReadOnlyError();
    await this.unitOfWork.manager.update(DocumentRecord, { id }, { writers });
    return documentViewOf({ ...record, writers });
  }

  private async load(sessionId: string, id: string): Promise<DocumentRecord> {
    const record = await this.unitOfWork.manager.findOneBy(DocumentRecord, { id, sessionId });
    if (!record) throw new NotFoundError('document');
    return record;
  }
}
