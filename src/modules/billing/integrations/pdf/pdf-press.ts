import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type DocumentPage, DocumentPress } from '../../application/document-page.js';
import type { PrintAnswer } from './print-protocol.js';

/** A page takes about a second of computing at worst; whoever waits longer waits for a thread that hangs. */
const ANSWER_MS_MAX = 30_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Prints on a thread of its own, which is started with the first page and keeps its fonts. */
@Injectable()
export class PdfPress extends DocumentPress implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  async print(page: DocumentPage): Promise<Uint8Array> {
    // Node cannot start a TypeScript file as a thread: run from source, pages are printed where they are asked for.
    if (import.meta.url.endsWith('.ts')) return (await import('./print-page.js')).printPage(page);
    return this.order(page);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private order(page: DocumentPage): Promise<Uint8Array> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        void this.worker?.terminate();
      }, ANSWER_MS_MAX);
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
      };
      this.waiting.set(id, {
        resolve: (bytes) => (done(), resolve(bytes)),
        reject: (error) => (done(), reject(error)),
      });
      this.thread().postMessage({ id, page });
    });
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(fileURLToPath(new URL('./pdf.worker.js', import.meta.url)), {
      name: 'pdf',
    });
    worker.unref();
    let reason = 'the printing thread ended';
    worker.on('message', (answer: PrintAnswer) => this.hear(answer));
    worker.on('error', (error) => (reason = error.stack ?? error.message));
    worker.once('exit', () => this.end(reason));
    this.worker = worker;
    return worker;
  }

  private hear(answer: PrintAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if ('bytes' in answer) waiting?.resolve(answer.bytes);
    else waiting?.reject(new Error(answer.problem));
  }

  private end(reason: string): void {
    this.worker = null;
    for (const { reject } of [...this.waiting.values()]) reject(new Error(reason));
  }
}
