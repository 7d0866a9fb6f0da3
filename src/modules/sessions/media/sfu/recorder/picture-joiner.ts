import { descriptorLength, sizeOfKeyFrame, startsFrame } from '../vp8.js';
import type { OrderedPacket } from './packet-order.js';

export interface JoinedPicture {
  readonly timestamp: number;
  readonly arrivedMs: number;
  readonly data: Buffer;
  /** Of a key picture; null for one that needs those before it. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/**
 * Joins packets to whole VP8 pictures. A picture of which a part is missing is left out, and so is every one after it that
 * would build on it, until the next key picture.
 */
export class PictureJoiner {
  brokenCount = 0;

  private parts: Buffer[] = [];
  private timestamp: number | null = null;
  private isBroken = false;
  private needsKey = true;

  constructor(
    private readonly emit: (picture: JoinedPicture) => void,
    private readonly wantKey: () => void,
  ) {}

  take({ packet, arrivedMs, isAfterLoss }: OrderedPacket): void {
    if (isAfterLoss) this.breakOff();
    if (packet.timestamp !== this.timestamp) this.begin(packet.timestamp);
    const isFirst = this.parts.length === 0 && !this.isBroken;
    if (isFirst && !startsFrame(packet.payload)) this.breakOff();
    if (!this.isBroken) this.parts.push(packet.payload.subarray(descriptorLength(packet.payload)));
    if (packet.marker) this.end(arrivedMs);
  }

  /** The source was changed: begins with a key picture. */
  reset(): void {
    this.parts = [];
    this.timestamp = null;
    this.isBroken = false;
    this.needsKey = true;
  }

  private begin(timestamp: number): void {
    if (this.parts.length > 0) this.breakOff(); // its last packet never came
    this.timestamp = timestamp;
    this.parts = [];
    this.isBroken = false;
  }

  private end(arrivedMs: number): void {
    const { timestamp } = this;
    const data = Buffer.concat(this.parts);
    this.parts = [];
    this.timestamp = null;
    if (this.isBroken || timestamp === null || data.length === 0) {
      this.isBroken = false;
      return;
    }
    const size = sizeOfKeyFrame(data);
    if (this.needsKey && size === null) return this.wantKey();
    this.needsKey = false;
    this.emit({ timestamp, arrivedMs, data, size });
  }

  private breakOff(): void {
    if (!this.isBroken) this.brokenCount += 1;
    this.isBroken = true;
    this.needsKey = true;
    this.parts = [];
    this.wantKey();
  }
}
