import { RtcpRrPacket, RtpHeader, RtpPacket, type RTCRtpSender } from 'werift';
import type { MediaKindSent } from '../video-port.js';
import { clockRateOf, rtpKindOf } from './layout.js';
import { afterSending, continueFrom, positionIn, type Continuity } from './rtp-continuity.js';
import type { MediaPacket, MediaSink, Uplink } from './uplink.js';
import { startsKeyFrame } from './vp8.js';

/** One receiving place of one browser: whatever uplink it is tuned to, as one unbroken stream. */
export class Downlink implements MediaSink {
  private from: Uplink | null = null;
  private isFresh = true;
  private continuity: Continuity | null = null;
  private lossPercent: number | null = null;
  private payloadBytes = 0;

  constructor(
    private readonly source: MediaKindSent,
    private readonly sender: RTCRtpSender,
    private readonly nowMs: () => number,
  ) {
    sender.onRtcp.subscribe((packet) => {
      if (!(packet instanceof RtcpRrPacket)) return;
      const mine = packet.reports.find((report) => report.ssrc === sender.ssrc);
      if (mine) this.lossPercent = (100 * mine.fractionLost) / 256;
    });
  }

  /** RTP stream id under which the browser knows this place. */
  get ssrc(): number {
    return this.sender.ssrc;
  }

  /** The browser cannot show what it gets. */
  askForKeyFrame(): void {
    this.from?.wantKeyFrame(this.nowMs());
  }

  /** Bytes of content sent since the last call, headers not counted. */
  takePayloadBytes(): number {
    const { payloadBytes } = this;
    this.payloadBytes = 0;
    return payloadBytes;
  }

  /** Loss the browser reported for this place last, 0 to 100; null when unused or not reported yet. */
  get reportedLossPercent(): number | null {
    return this.from === null ? null : this.lossPercent;
  }

  tune(to: Uplink | null): void {
    if (this.from === to) return;
    this.from?.detach(this);
    this.from = to;
    this.isFresh = true;
    to?.attach(this, this.nowMs());
  }

  take(packet: MediaPacket, from: Uplink): void {
    if (from !== this.from) return;
    const now = this.nowMs();
    if (this.isFresh) {
      // A picture that starts in the middle cannot be shown; the browser would only ask for a key frame.
      const canStart = rtpKindOf(this.source) === 'audio' || startsKeyFrame(packet.payload);
      if (!canStart) return from.wantKeyFrame(now);
      this.continuity = continueFrom(this.continuity, packet, now, clockRateOf(this.source));
      this.isFresh = false;
    }
    if (this.continuity === null) return;
    const position = positionIn(this.continuity, packet);
    this.continuity = afterSending(this.continuity, position, now);
    // werift writes into the header it is given, so every listener gets one of its own.
    const header = new RtpHeader({ ...position, marker: packet.marker });
    this.payloadBytes += packet.payload.length;
    void this.sender.sendRtp(new RtpPacket(header, packet.payload));
  }
}
