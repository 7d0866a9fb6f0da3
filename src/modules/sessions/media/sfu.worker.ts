import { parentPort, workerData } from 'node:worker_threads';
import { SfuRefusal } from './sfu/sfu-refusal.js';
import { Sfu, type SfuOptions } from './sfu/sfu.js';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.js';

/** The media thread: one SFU, asked by messages. Nothing here knows of Nest, the database or people. */
function main(): void {
  const port = parentPort;
  if (port === null) throw new Error('sfu.worker runs as a worker thread only');
  const post = (message: WorkerMessage): void => port.postMessage(message);
  const sfu = new Sfu(workerData as SfuOptions, {
    onEvent: (event) => post({ kind: 'event', event }),
    onSignal: (signal) => post({ kind: 'signal', signal }),
  });

  port.on('message', (request: WorkerRequest) => {
    void answer(sfu, request).then((message) => {
      post(message);
      if (request.method === 'close') port.close();
    });
  });

  process.on('unhandledRejection', (reason) => post({ kind: 'problem', detail: textOf(reason) }));
  process.on('uncaughtException', (error) => {
    post({ kind: 'problem', detail: textOf(error) });
    // A network that went away makes sockets throw; every other fault ends the thread.
    if (!isSocketError(error)) process.exit(1);
  });
}

async function answer(sfu: Sfu, { id, method, args }: WorkerRequest): Promise<WorkerMessage> {
  try {
    const call = sfu[method] as (...values: readonly unknown[]) => unknown;
    return { kind: 'answer', id, value: await call.apply(sfu, [...args]) };
  } catch (error) {
    if (error instanceof SfuRefusal) {
      return { kind: 'refused', id, code: error.code, detail: error.detail };
    }
    return { kind: 'refused', id, code: 'broken', detail: textOf(error) };
  }
}

function isSocketError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main();
