import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadQuestion } from './thread-protocol.js';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export interface ThreadOptions {
  readonly name: string;
  /** The built JavaScript file that answers, see {@link answerCalls}. */
  readonly file: URL;
  /** Given to the thread when it starts; copied. */
  readonly workerData?: unknown;
  /** Whoever waits longer waits for a thread that hangs: it is ended. */
  readonly limitMs: number;
  /** The thread ended without having been asked to; the next question starts a new one. */
  readonly onLost?: (reason: string) => void;
}

/** Questions to a thread of its own, answered in the order they were asked. The thread starts with the first one. */
export class ThreadCalls<Question, Answer> {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting<Answer>>();
  private nextId = 1;

  constructor(private readonly options: ThreadOptions) {}

  /** @throws Error with what the thread failed with, or that it ended */
  ask(question: Question): Promise<Answer> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.worker?.terminate(), this.options.limitMs);
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
      };
      this.waiting.set(id, {
        resolve: (answer) => (done(), resolve(answer)),
        reject: (error) => (done(), reject(error)),
      });
      this.thread().postMessage({ id, question } satisfies ThreadQuestion<Question>);
    });
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const { name, file, workerData } = this.options;
    const worker = new Worker(fileURLToPath(file), { name, workerData });
    worker.unref();
    let reason = `the thread ${name} ended`;
    worker.on('message', (answer: ThreadAnswer<Answer>) => this.hear(answer));
    worker.on('error', (error) => (reason = error.stack ?? error.message));
    worker.once('exit', () => this.end(worker, reason));
    this.worker = worker;
    return worker;
  }

  private hear(message: ThreadAnswer<Answer>): void {
    const waiting = this.waiting.get(message.id);
    if ('answer' in message) waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.problem));
  }

  private end(worker: Worker, reason: string): void {
    const wasLost = this.worker === worker;
    if (wasLost) this.worker = null;
    for (const { reject } of [...this.waiting.values()]) reject(new Error(reason));
    if (wasLost) this.options.onLost?.(reason);
  }
}
