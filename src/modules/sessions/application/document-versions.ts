import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnEvent } from '../../../platform/outbox/handlers.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { VERSIONS_PER_DOCUMENT_MAX, type VersionKind } from '../domain/document.js';
import { TooManyDocumentsError } from '../domain/sessions.errors.js';
import type { SessionEnded } from '../domain/sessions.events.js';
import { DocumentRecord, DocumentVersionRecord } from '../persistence/document.records.js';
import { type VersionView, versionViewOf, type VersionWithText } from './document-views.js';
import { LiveDocuments } from './live-documents.js';

interface NewVersion {
  readonly kind: VersionKind;
  readonly name: string;
  readonly text: string;
  readonly savedBy: string | null;
  readonly restoredFrom?: number;
}

const ATTEMPTS_MAX = 5;

/** What documents were when somebody saved them. Versions are added and never changed. */
@Injectable()
export class DocumentVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveDocuments,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Oldest first. */
  async of(documentId: string): Promise<VersionView[]> {
    const records = await this.unitOfWork.manager.find(DocumentVersionRecord, {
      where: { documentId },
      order: { number: 'ASC' },
      select: {
        id: true,
        documentId: true,
        number: true,
        kind: true,
        name: true,
        savedBy: true,
        savedAt: true,
        restoredFrom: true,
      },
    });
    return records.map(versionViewOf);
  }

  /** @throws NotFoundError */
  async one(documentId: string, number: number): Promise<VersionWithText> {
    const record = await this.unitOfWork.manager.findOneBy(DocumentVersionRecord, {
      documentId,
      number,
    });
    if (!record) throw new NotFoundError('version');
    return { ...versionViewOf(record), text: record.content };
  }

  /** What is in the document now. The same text under the same name is the version that is there. */
  async save(documentId: string, savedBy: string, name: string): Promise<VersionView> {
    const text = await this.live.textOf(documentId);
    const last = await this.last(documentId);
    const isThere = last !== null && last.content === text && (name === '' || last.name === name);
    return isThere
      ? versionViewOf(last)
      : this.add(documentId, { kind: 'saved', name, text, savedBy });
  }

  /**
   * Makes an old version the text again, as a new version: what was written since stays in the history.
   *
   * @returns the change for the open editors; null when the text was the same
   */
  async restore(
    documentId: string,
    number: number,
    personId: string,
  ): Promise<{ readonly version: VersionView; readonly update: string | null }> {
    const { text, name } = await this.one(documentId, number);
    await this.save(documentId, personId, '');
    const update = await this.live.replace(documentId, text);
    const version = await this.add(documentId, {
      kind: 'restored',
      name,
      text,
      savedBy: personId,
      restoredFrom: number,
    });
    return { version, update };
  }

  /** @throws TooManyDocumentsError */
  async add(documentId: string, version: NewVersion): Promise<VersionView> {
    for (let attempt = 1; ; attempt += 1) {
      const last = await this.last(documentId);
      const number = (last?.number ?? 0) + 1;
      if (number > VERSIONS_PER_DOCUMENT_MAX) throw new TooManyDocumentsError();
      const { text: content, restoredFrom = null, ...rest } = version;
      const record = {
        ...rest,
        id: this.ids.next(),
        documentId,
        number,
        content,
        restoredFrom,
        savedAt: this.clock.now(),
      };
      try {
        await this.unitOfWork.manager.insert(DocumentVersionRecord, record);
        return versionViewOf(record);
      } catch (error) {
        // Somebody else saved at the same moment and has the number.
        if (!isUniqueViolation(error) || attempt >= ATTEMPTS_MAX) throw error;
      }
    }
  }

  /** What was written last is kept as a version for both, without anybody pressing anything. */
  @OnEvent('sessions.session.ended', 'keep-documents.on-session-ended')
  async sessionEnded({ data: { sessionId } }: SessionEnded): Promise<void> {
    const documents = await this.unitOfWork.manager.findBy(DocumentRecord, { sessionId });
    for (const { id } of documents) {
      const text = await this.live.textOf(id);
      if ((await this.last(id))?.content === text) continue;
      await this.add(id, { kind: 'ended', name: '', text, savedBy: null });
    }
  }

  private last(documentId: string): Promise<DocumentVersionRecord | null> {
    return this.unitOfWork.manager.findOne(DocumentVersionRecord, {
      where: { documentId },
      order: { number: 'DESC' },
    });
  }
}
