// Two real browsers and the embedded media server over a line that loses, delays and throttles: what is left of picture and sound.
import { runFromSource } from './support/from-source.mjs';

export const isHeavy = true;

export function run({ root }) {
  return runFromSource(root, 'test/bench/line.bench.ts', { limitMs: 600_000 });
}
