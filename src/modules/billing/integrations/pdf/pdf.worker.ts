import { parentPort } from 'node:worker_threads';
import { printPage } from './print-page.js';
import type { PrintAnswer, PrintOrder } from './print-protocol.js';

/** Prints one page after the other on a thread of its own. */
parentPort?.on('message', ({ id, page }: PrintOrder) => {
  printPage(page).then(
    (bytes) => answer({ id, bytes }),
    (error: unknown) =>
      answer({ id, problem: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }),
  );
});

function answer(message: PrintAnswer): void {
  parentPort?.postMessage(message);
}
