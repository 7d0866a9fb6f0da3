import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadCalls } from '../../../../platform/threads/thread-calls.js';
import { DocxConverter } from '../../application/docx-converter.js';
import { UnreadableDocumentError } from '../../domain/sessions.errors.js';
import type { DocxAnswer, DocxQuestion } from './docx-calls.js';

/** A document of three hundred pages takes about two seconds. */
const ANSWER_MS_MAX = 20_000;

/** Reads and writes .docx on a thread of its own: unpacking and parsing would hold everybody else up. */
@Injectable()
export class DocxThread extends DocxConverter implements OnApplicationShutdown {
  private readonly thread = new ThreadCalls<DocxQuestion, DocxAnswer>({
    name: 'docx',
    file: new URL('./docx.worker.js', import.meta.url),
    limitMs: ANSWER_MS_MAX,
  });

  async toMarkdown(bytes: Uint8Array): Promise<string> {
    const text = await this.ask({ kind: 'read', bytes }).catch(() => null);
    if (typeof text !== 'string') throw new UnreadableDocumentError();
    return text;
  }

  async fromMarkdown(text: string): Promise<Uint8Array> {
    const bytes = await this.ask({ kind: 'write', text });
    if (!(bytes instanceof Uint8Array)) throw new Error('no document was written');
    return bytes;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }

  private async ask(question: DocxQuestion): Promise<DocxAnswer> {
    // Node cannot start a TypeScript file as a thread: run from source, it is done where it is asked for.
    if (import.meta.url.endsWith('.ts'))
      return (await import('./docx-calls.js')).answerDocx(question);
    return this.thread.ask(question);
  }
}
