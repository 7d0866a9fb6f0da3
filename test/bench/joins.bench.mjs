// A thousand joins and leaves on the embedded media server: nothing of them stays.
import { runFromSource } from './support/from-source.mjs';

export const isHeavy = true;

export function run({ root }) {
  return runFromSource(root, 'test/bench/joins.bench.ts', { limitMs: 600_000 });
}
