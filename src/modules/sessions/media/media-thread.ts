import type { Worker } from 'node:worker_threads';
import type { SfuRefusalCode } from './sfu/sfu-refusal.js';
import type { SfuOptions } from './sfu/sfu.js';
import type { MediaEvent, OutgoingSignal } from './video-port.js';
import type { SfuAnswer, SfuArguments, SfuMethod, WorkerMessage } from './worker-protocol.js';
import { startWorker } from './worker-start.js';

export interface MediaThreadListeners {
  readonly onEvent: (event: MediaEvent) => void;
  readonly onSignal: (signal: OutgoingSignal) => void;
  readonly onProblem: (detail: string) => void;
  /** The thread ended without having been asked to. */
  readonly onCrash: (reason: string) => void;
}

/** What a call to the media thread fails with. `thread_gone`: it ended before it could answer. */
export class MediaThreadFailure extends Error {
  constructor(
    readonly code: SfuRefusalCode | 'broken' | 'thread_gone',
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: MediaThreadFailure) => void;
}

/** The main thread's end of one media thread: calls as promises, events as callbacks. */
export class MediaThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly ended: Promise<void>;
  private nextId = 1;
  private isClosing = false;
  private isGone = false;

  constructor(
    options: SfuOptions,
    private readonly listeners: MediaThreadListeners,
  ) {
    this.worker = startWorker(options);
    let reason = 'the media thread ended';
    this.worker.on('message', (message: WorkerMessage) => this.hear(message));
    this.worker.on('error', (error) => (reason = error.stack ?? error.message));
    this.ended = new Promise((resolve) => {
      this.worker.once('exit', (code) => {
        this.end(`${reason} (exit code ${code})`);
        resolve();
      });
    });
  }

  call<M extends SfuMethod>(method: M, ...args: SfuArguments<M>): Promise<SfuAnswer<M>> {
    return new Promise((resolve, reject) => {
      if (this.isGone) return reject(new MediaThreadFailure('thread_gone', method));
      const id = this.nextId++;
      this.waiting.set(id, { resolve: (value) => resolve(value as SfuAnswer<M>), reject });
      this.worker.postMessage({ id, method, args });
    });
  }

  /** Lets the thread close every connection, then ends it; by force if it does not answer in time. */
  async close(): Promise<void> {
    if (this.isGone) return;
    this.isClosing = true;
    const force = setTimeout(() => void this.worker.terminate(), CLOSE_MS_MAX);
    await this.call('close').catch(() => undefined);
    await this.worker.terminate();
    clearTimeout(force);
    await this.ended;
  }

  private hear(message: WorkerMessage): void {
    if (message.kind === 'event') this.listeners.onEvent(message.event);
    else if (message.kind === 'signal') this.listeners.onSignal(message.signal);
    else if (message.kind === 'problem') this.listeners.onProblem(message.detail);
    else {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.kind === 'answer') waiting?.resolve(message.value);
      else waiting?.reject(new MediaThreadFailure(message.code, message.detail));
    }
  }

  private end(reason: string): void {
    this.isGone = true;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of left) reject(new MediaThreadFailure('thread_gone', reason));
    if (!this.isClosing) this.listeners.onCrash(reason);
  }
}

const CLOSE_MS_MAX = 3_000;
