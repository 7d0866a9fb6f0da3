import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import * as Y from 'yjs';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { DOCUMENT_BYTES_MAX, DOCUMENT_LENGTH_MAX } from '../domain/document.js';
import { DocumentTooLongError } from '../domain/sessions.errors.js';
import { changeBetween } from '../domain/text-change.js';
import { DocumentUpdateRecord } from '../persistence/document.records.js';
import { assertPlainText, TEXT_NAME } from './plain-text-update.js';

/** So many rows are read when somebody opens the document; beyond it they become one. */
const ROWS_MAX = 200;

const UPDATED = 'sessions.document-updated';

interface Loaded {
  readonly doc: Y.Doc;
  bytes: number;
  rows: number;
}

interface FarUpdate {
  readonly documentId: string;
  readonly update: string;
}

/** What whoever opens a document gets: what is missing there, and what the server has. */
export interface DocumentSync {
  readonly update: string;
  readonly stateVector: string;
}

/**
 * The texts as they are now. The rows of the store are the truth; a document is kept in memory while somebody has it
 * open here, and what another copy of the program stored is told, or read again with the next opening.
 */
@Injectable()
export class LiveDocuments {
  private readonly loaded = new Map<string, Promise<Loaded>>();
  private readonly viewers = new Map<string, Set<string>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly realtime: Realtime,
  ) {
    realtime.onOtherCopies<FarUpdate>(UPDATED, (far) => void this.hear(far));
    // What the others said while the line was down is in the store.
    realtime.onMissed(() => this.loaded.clear());
  }

  /** How many documents are in memory; for tests. */
  get size(): number {
    return this.loaded.size;
  }

  /** @param viewer somebody's open page, until `close` */
  async open(documentId: string, viewer: string, stateVector: Uint8Array): Promise<DocumentSync> {
    const viewers = this.viewers.get(documentId) ?? new Set();
    this.viewers.set(documentId, viewers.add(viewer));
    const { doc } = await this.fresh(documentId);
    return {
      update: toBase64(Y.encodeStateAsUpdate(doc, stateVector)),
      stateVector: toBase64(Y.encodeStateVector(doc)),
    };
  }

  close(documentId: string, viewer: string): void {
    const viewers = this.viewers.get(documentId);
    viewers?.delete(viewer);
    if (viewers === undefined || viewers.size > 0) return;
    this.viewers.delete(documentId);
    this.loaded.delete(documentId);
  }

  /**
   * Takes a change into the store; once this is done it is never lost.
   *
   * @throws BadDocumentUpdateError, DocumentTooLongError: nothing was changed
   */
  async append(documentId: string, update: Uint8Array): Promise<void> {
    assertPlainText(update);
    const loaded = await this.load(documentId);
    const { doc } = loaded;
    Y.applyUpdate(doc, update);
    const isTooLong =
      doc.getText(TEXT_NAME).length > DOCUMENT_LENGTH_MAX ||
      loaded.bytes + update.byteLength > DOCUMENT_BYTES_MAX;
    if (isTooLong) {
      this.loaded.delete(documentId);
      throw new DocumentTooLongError(DOCUMENT_LENGTH_MAX);
    }
    await this.store(documentId, loaded, update);
  }

  /** The text as it is in the store now. */
  async textOf(documentId: string): Promise<string> {
    return (await this.fresh(documentId)).doc.getText(TEXT_NAME).toJSON();
  }

  /** Makes this the text, as somebody who rewrites what differs. @returns the change; null when there is none */
  async replace(documentId: string, text: string): Promise<string | null> {
    if (text.length > DOCUMENT_LENGTH_MAX) throw new DocumentTooLongError(DOCUMENT_LENGTH_MAX);
    const loaded = await this.fresh(documentId);
    const shared = loaded.doc.getText(TEXT_NAME);
    const change = changeBetween(shared.toJSON(), text);
    if (change === null) return null;
    const before = Y.encodeStateVector(loaded.doc);
    loaded.doc.transact(() => {
      shared.delete(change.at, change.remove);
      shared.insert(change.at, change.insert);
    });
    const update = Y.encodeStateAsUpdate(loaded.doc, before);
    await this.store(documentId, loaded, update);
    return toBase64(update);
  }

  private async store(documentId: string, loaded: Loaded, update: Uint8Array): Promise<void> {
    const content = toBase64(update);
    try {
      await this.unitOfWork.manager.insert(DocumentUpdateRecord, {
        id: this.ids.next(),
        documentId,
        content,
      });
    } catch (error) {
      // In memory is what the store has not: read it anew.
      this.loaded.delete(documentId);
      throw error;
    }
    loaded.bytes += update.byteLength;
    loaded.rows += 1;
    this.realtime.toOtherCopies(UPDATED, { documentId, update: content } satisfies FarUpdate);
    if (loaded.rows >= ROWS_MAX) {
      loaded.rows = 1;
      await this.compact(documentId);
    }
  }

  private async hear({ documentId, update }: FarUpdate): Promise<void> {
    const known = this.loaded.get(documentId);
    if (known) Y.applyUpdate((await known).doc, fromBase64(update));
  }

  private load(documentId: string): Promise<Loaded> {
    const known = this.loaded.get(documentId);
    if (known) return known;
    const loading = this.read(documentId, new Y.Doc());
    if (this.viewers.has(documentId)) {
      this.loaded.set(documentId, loading);
      loading.catch(() => this.loaded.delete(documentId));
    }
    return loading;
  }

  /** With everything that is in the store; reading a change twice is reading it once. */
  private async fresh(documentId: string): Promise<Loaded> {
    const loaded = await this.load(documentId);
    const { bytes, rows } = await this.read(documentId, loaded.doc);
    return Object.assign(loaded, { bytes, rows });
  }

  private async read(documentId: string, doc: Y.Doc): Promise<Loaded> {
    const rows = await this.unitOfWork.manager.findBy(DocumentUpdateRecord, { documentId });
    doc.transact(() => {
      for (const { content } of rows) Y.applyUpdate(doc, fromBase64(content));
    });
    const bytes = rows.reduce((sum, { content }) => sum + content.length * 0.75, 0);
    return { doc, bytes, rows: rows.length };
  }

  /** Many rows become one that says the same. Two copies that do so at once leave two that say the same. */
  private async compact(documentId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const rows = await manager.findBy(DocumentUpdateRecord, { documentId });
      if (rows.length < 2) return;
      const content = toBase64(Y.mergeUpdates(rows.map((row) => fromBase64(row.content))));
      await manager.delete(DocumentUpdateRecord, { id: In(rows.map(({ id }) => id)) });
      await manager.insert(DocumentUpdateRecord, { id: this.ids.next(), documentId, content });
    });
  }
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
