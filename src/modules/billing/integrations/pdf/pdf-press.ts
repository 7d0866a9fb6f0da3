import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadCalls } from '../../../../platform/threads/thread-calls.js';
import { type DocumentPage, DocumentPress } from '../../application/document-page.js';

/** A page takes about a second of computing at worst. */
const ANSWER_MS_MAX = 30_000;

/** Prints on a thread of its own, which is started with the first page and keeps its fonts. */
@Injectable()
export class PdfPress extends DocumentPress implements OnApplicationShutdown {
  private readonly thread = new ThreadCalls<DocumentPage, Uint8Array>({
    name: 'pdf',
    file: new URL('./pdf.worker.js', import.meta.url),
    limitMs: ANSWER_MS_MAX,
  });

  async print(page: DocumentPage): Promise<Uint8Array> {
    // Node cannot start a TypeScript file as a thread: run from source, pages are printed where they are asked for.
    if (import.meta.url.endsWith('.ts')) return (await import('./print-page.js')).printPage(page);
    return this.thread.ask(page);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }
}
