import type { MediaKindSent } from '../video-port.js';
import { rtpKindOf } from './layout.js';
import { countPacket, closeWindow, EMPTY_LOSS_WINDOW } from './loss-window.js';
import { startsKeyFrame } from './vp8.js';

/** The part of an RTP packet that travels on; header extensions stay where they were agreed. */
export interface MediaPacket {
  readonly sequenceNumber: number;
  readonly timestamp: number;
  readonly marker: boolean;
  readonly payload: Buffer;
}

/** Somebody who wants the packets of an uplink: a listener's downlink, later the recorder. */
export interface MediaSink {
  take(packet: MediaPacket, from: Uplink): void;
}

/** A key frame costs many packets: never asked for more often than this. */
const KEY_FRAME_ASK_MS = 400;

/** One source that somebody sends, and whoever gets a copy of it. */
export class Uplink {
  /** Whether a packet came since the source was last off. */
  isLive = false;
  /** RTP stream id of the browser's stream, null for a generated one or before it is known. */
  ssrc: number | null = null;
  onLive: () => void = () => undefined;

  private readonly sinks = new Set<MediaSink>();
  private loss = EMPTY_LOSS_WINDOW;
  private keyFrameAskedAtMs = -Infinity;
  private keyFrameWanted = false;

  constructor(
    readonly source: MediaKindSent,
    private readonly askForKeyFrame: () => void,
  ) {}

  get sinkCount(): number {
    return this.sinks.size;
  }

  deliver(packet: MediaPacket): void {
    this.loss = countPacket(this.loss, packet.sequenceNumber);
    if (!this.isLive) {
      this.isLive = true;
      this.onLive();
    }
    if (this.keyFrameWanted && startsKeyFrame(packet.payload)) this.keyFrameWanted = false;
    for (const sink of this.sinks) sink.take(packet, this);
  }

  attach(sink: MediaSink, nowMs: number): void {
    this.sinks.add(sink);
    this.wantKeyFrame(nowMs);
  }

  detach(sink: MediaSink): void {
    this.sinks.delete(sink);
  }

  /** Asks for a key frame now, and again until one comes. */
  wantKeyFrame(nowMs: number): void {
    if (rtpKindOf(this.source) !== 'video') return;
    this.keyFrameWanted = true;
    this.askAgain(nowMs);
  }

  askAgain(nowMs: number): void {
    if (!this.keyFrameWanted || nowMs - this.keyFrameAskedAtMs < KEY_FRAME_ASK_MS) return;
    this.keyFrameAskedAtMs = nowMs;
    this.askForKeyFrame();
  }

  /** Loss since the last call, 0 to 100; null when nothing was sent. */
  takeLossPercent(): number | null {
    const { lossPercent, next } = closeWindow(this.loss);
    this.loss = next;
    return lossPercent;
  }
}
