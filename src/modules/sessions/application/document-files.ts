import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { extensionOf, safeFileName } from '../../../platform/storage/file-kinds.js';
import { Uploads } from '../../../platform/storage/uploads.js';
import { DOCUMENT_LENGTH_MAX, type DocumentFormat, nameOfFile } from '../domain/document.js';
import { DocumentTooLongError, NotATextError } from '../domain/sessions.errors.js';
import { textOfBytes, withPlainLines } from '../domain/text-of-bytes.js';
import { DocxConverter } from './docx-converter.js';

/** A .docx with pictures; of a text no more than can be edited. */
const DOCX_BYTES_MAX = 15_000_000;
const TEXT_BYTES_MAX = 4 * DOCUMENT_LENGTH_MAX;

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface OpenedFile {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
}

export interface DocumentFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Files become documents, and documents files again. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly uploads: Uploads,
    private readonly docx: DocxConverter,
  ) {}

  /**
   * Reads an upload that the person may read as a text to edit.
   *
   * @throws NotFoundError, NotATextError, UnreadableDocumentError, DocumentTooLongError
   */
  async read(fileId: string, personId: string): Promise<OpenedFile> {
    const { fileName, file } = await this.uploads.read(fileId, personId);
    const format = extensionOf(fileName) === 'docx' ? 'docx' : 'text';
    const bytesMax = format === 'docx' ? DOCX_BYTES_MAX : TEXT_BYTES_MAX;
    if (file.sizeBytes > bytesMax) throw new DocumentTooLongError(DOCUMENT_LENGTH_MAX);
    const bytes = await buffer(file.stream());
    const text =
      format === 'docx' ? withPlainLines(await this.docx.toMarkdown(bytes)) : textOfBytes(bytes);
    if (text === null) throw new NotATextError();
    return { name: safeFileName(fileName), format, text };
  }

  /** The text as a file of the kind it was opened from. */
  async write(name: string, format: DocumentFormat, text: string): Promise<DocumentFile> {
    if (format === 'text')
      return { name, contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
    return {
      name: nameOfFile(name, format, 'own'),
      contentType: DOCX_TYPE,
      bytes: await this.docx.fromMarkdown(text),
    };
  }
}
