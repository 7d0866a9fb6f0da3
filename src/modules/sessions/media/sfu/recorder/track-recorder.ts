import { clockRateOf } from '../layout.js';
import type { MediaPacket, MediaSink, Uplink } from '../uplink.js';
import type { FrameSource, KeptFrame } from './frame-keeper.js';
import { type OrderedPacket, PacketOrder } from './packet-order.js';
import { type JoinedPicture, PictureJoiner } from './picture-joiner.js';
import { momentOf, type StreamTime } from './stream-time.js';

export interface TrackSurroundings {
  /** Milliseconds from the beginning of the recording. */
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly keep: (frame: KeptFrame) => void;
}

/** Takes one source of one person, whichever connection it comes through. */
export class TrackRecorder implements MediaSink {
  frameCount = 0;

  private uplink: Uplink | null = null;
  private time: StreamTime | null = null;
  private lastMs = 0;
  private readonly order = new PacketOrder((ordered) => this.next(ordered));
  private readonly joiner: PictureJoiner;

  constructor(
    readonly from: FrameSource,
    private readonly around: TrackSurroundings,
  ) {
    this.joiner = new PictureJoiner(
      (picture) => this.keepPicture(picture),
      () => this.wantKeyFrame(),
    );
  }

  /** Pictures that arrived with a hole, and packets of sound that did not arrive. */
  get brokenCount(): number {
    return this.from.source === 'microphone' ? this.order.lostCount : this.joiner.brokenCount;
  }

  tune(to: Uplink | null): void {
    if (to === this.uplink) return;
    this.uplink?.detach(this);
    this.order.reset();
    this.joiner.reset();
    this.time = null;
    this.uplink = to;
    to?.attach(this, this.around.monotonicMs());
  }

  take(packet: MediaPacket, from: Uplink): void {
    if (from === this.uplink) this.order.push(packet, this.around.nowMs());
  }

  /** Key pictures are what can be sought to. */
  wantKeyFrame(): void {
    this.uplink?.wantKeyFrame(this.around.monotonicMs());
  }

  private next(ordered: OrderedPacket): void {
    if (this.from.source !== 'microphone') return this.joiner.take(ordered);
    const { packet, arrivedMs } = ordered;
    const atMs = this.momentOf(packet.timestamp, arrivedMs);
    this.keep({ atMs, isKey: true, size: null, data: Buffer.from(packet.payload) });
  }

  private keepPicture({ timestamp, arrivedMs, data, size }: JoinedPicture): void {
    const atMs = this.momentOf(timestamp, arrivedMs);
    this.keep({ atMs, isKey: size !== null, size, data });
  }

  private keep(frame: KeptFrame): void {
    this.frameCount += 1;
    this.around.keep(frame);
  }

  private momentOf(timestamp: number, arrivedMs: number): number {
    const clockRate = clockRateOf(this.from.source);
    // A second stream of the same source goes on behind the first, wherever its own numbers begin.
    this.time = momentOf(this.time, timestamp, arrivedMs, clockRate);
    this.lastMs = Math.max(this.lastMs, Math.round(this.time.lastMs));
    return this.lastMs;
  }
}
