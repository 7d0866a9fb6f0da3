import type { MediaPacket } from '../uplink.js';

/** A packet in its turn; `isAfterLoss`: something before it never came. */
export interface OrderedPacket {
  readonly packet: MediaPacket;
  readonly arrivedMs: number;
  readonly isAfterLoss: boolean;
}

/** How long a missing packet is waited for: asking again for it takes about a round trip. */
const WAIT_MS_MAX = 400;
const HELD_MAX = 512;
/** More than this far from what was expected, and the stream began anew. */
const JUMP = 3_000;

/** Puts packets back into the order in which they were sent; doubles are dropped, what never comes is given up. */
export class PacketOrder {
  private expected: number | null = null;
  private readonly held = new Map<number, { packet: MediaPacket; arrivedMs: number }>();
  lostCount = 0;

  constructor(private readonly emit: (ordered: OrderedPacket) => void) {}

  push(packet: MediaPacket, nowMs: number): void {
    this.expected ??= packet.sequenceNumber;
    const ahead = stepTo(packet.sequenceNumber, this.expected);
    if (Math.abs(ahead) > JUMP) this.restart(packet.sequenceNumber);
    else if (ahead < 0) return;
    this.held.set(packet.sequenceNumber, { packet, arrivedMs: nowMs });
    this.release(nowMs);
  }

  /** The source was changed: what comes next has nothing to do with what was. */
  reset(): void {
    this.giveOut(true);
    this.expected = null;
  }

  private release(nowMs: number): void {
    this.giveOut(false);
    const [oldest] = [...this.held.values()];
    if (!oldest) return;
    const hasWaited = nowMs - oldest.arrivedMs > WAIT_MS_MAX || this.held.size > HELD_MAX;
    if (hasWaited) this.giveOut(true);
  }

  /** Everything up to the first hole, or everything there is. */
  private giveOut(overHoles: boolean): void {
    let isAfterLoss = false;
    while (this.expected !== null && this.held.size > 0) {
      const next = this.held.get(this.expected);
      if (next) {
        this.held.delete(this.expected);
        this.emit({ ...next, isAfterLoss });
        isAfterLoss = false;
      } else if (overHoles) {
        isAfterLoss = true;
        this.lostCount += 1;
      } else return;
      this.expected = (this.expected + 1) & 0xffff;
    }
  }

  private restart(sequenceNumber: number): void {
    this.giveOut(true);
    this.held.clear();
    this.expected = sequenceNumber;
  }
}

function stepTo(sequenceNumber: number, from: number): number {
  return ((sequenceNumber - from + 0x1_8000) & 0xffff) - 0x8000;
}
