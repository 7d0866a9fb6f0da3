import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { FileStore, type StoredFile } from '../../../platform/storage/file-store.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { DocumentRecord } from '../persistence/document.records.js';
import { ComposePage } from './compose-page.js';
import { DocumentPress } from './document-page.js';
import { readersOf } from './document-readers.js';

/** The picture of a document: made after it was issued, kept with the hash of its bytes, shown to its readers only. */
@Injectable()
export class DrawDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compose: ComposePage,
    private readonly press: DocumentPress,
    private readonly files: FileStore,
  ) {}

  @OnJob('billing.draw-document')
  async run(payload: { readonly documentId: string }): Promise<void> {
    const { documentId: id } = payload;
    const document = await this.unitOfWork.manager.findOneByOrFail(DocumentRecord, { id });
    if (document.pdfSha256 === null) await this.draw(document);
  }

  /** @throws NotFoundError also for a person who may not read it */
  async document(id: string, personId: string): Promise<DocumentRecord> {
    const document = await this.unitOfWork.manager.findOneBy(DocumentRecord, { id });
    if (!document || !readersOf(document).includes(personId)) throw new NotFoundError('document');
    return document;
  }

  /** Drawn now when nobody has drawn it yet. @throws NotFoundError also for a person who may not read it */
  async pdf(id: string, personId: string): Promise<StoredFile> {
    const document = await this.document(id, personId);
    const kept = document.pdfSha256 === null ? null : await this.files.get(keyOf(id));
    if (kept) return kept;
    await this.draw(document);
    const drawn = await this.files.get(keyOf(id));
    if (!drawn) throw new Error(`the PDF of document ${id} was not kept`);
    return drawn;
  }

  private async draw(document: DocumentRecord): Promise<void> {
    const bytes = await this.press.print(await this.compose.run(document));
    await this.files.put(keyOf(document.id), bytes, 'application/pdf');
    await this.unitOfWork.manager.update(
      DocumentRecord,
      { id: document.id },
      { pdfSha256: createHash('sha256').update(bytes).digest('hex') },
    );
  }
}

function keyOf(documentId: string): string {
  return `documents/${documentId}.pdf`;
}
