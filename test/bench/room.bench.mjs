// Real calls through the built program: how soon the other is seen, and what a room costs the server, with and without load.
import { runFromSource } from './support/from-source.mjs';

export const isHeavy = true;

export function run({ root }) {
  // RECORD=1 agrees to a recording in each room.
  const args = [{ isRecording: process.env.RECORD === '1' }];
  return runFromSource(root, 'test/bench/room.bench.ts', { args, limitMs: 600_000 });
}
