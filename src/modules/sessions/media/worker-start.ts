import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SfuOptions } from './sfu/sfu.js';

/**
 * Starts the media thread from wherever this file runs: beside the compiled worker in `dist`, or, when
 * run from source, through a small loader, because Node cannot start a TypeScript file as a thread.
 */
export function startWorker(options: SfuOptions): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './from-source.mjs' : './sfu.worker.js', import.meta.url);
  return new Worker(fileURLToPath(entry), { name: 'media', workerData: options });
}
