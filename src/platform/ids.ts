import { randomBytes } from 'node:crypto';
import { type Id, uuidV7 } from '../shared/ids.js';
import type { Clock } from './clock.js';

/** Makes the ids of records: UUIDv7, so that they sort by the time they were made. */
export abstract class Ids {
  abstract next(): Id;
}

/** Ids of one process never go backwards: within a millisecond, or when the clock was set back, the random part counts up. */
export class ClockedIds extends Ids {
  private lastMs = 0;
  private last = randomBytes(10);

  constructor(private readonly clock: Clock) {
    super();
  }

  next(): Id {
    const nowMs = this.clock.now().epochMilliseconds;
    if (nowMs > this.lastMs) {
      this.lastMs = nowMs;
      this.last = randomBytes(10);
      // Leave room to count up without touching the bits that hold the version and the variant.
      this.last[4] = (this.last[4] ?? 0) & 0x7f;
    } else {
      increment(this.last);
    }
    return uuidV7(this.lastMs, this.last);
  }
}

function increment(bytes: Buffer): void {
  for (let index = bytes.length - 1; index >= 0; index -= 1) {
    const next = ((bytes[index] ?? 0) + 1) & 0xff;
    bytes[index] = next;
    if (next !== 0) return;
  }
}
