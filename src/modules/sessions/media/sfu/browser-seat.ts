import {
  MediaStream,
  type Message,
  PictureLossIndication,
  type Protocol,
  type RTCDtlsTransport,
  RTCPeerConnection,
  type RTCPeerConnectionConfig,
  RTCRtpCodecParameters,
  ReceiverEstimatedMaxBitrate,
  RtcpPayloadSpecificFeedback,
  type RTCRtpTransceiver,
  useAbsSendTime,
  useNACK,
  useOPUS,
  usePLI,
  useREMB,
  useVP8,
} from 'werift';
import type { SourceStates } from '../embedded-signal.js';
import type { MediaKindSent } from '../video-port.js';
import { Downlink } from './downlink.js';
import { PRESENCE_CHANNEL_ID, REMOTE_SEATS, rtpKindOf, SOURCES } from './layout.js';
import { announceAddresses, narrowOffer, placesOf } from './offer.js';
import type { Seat, SeatEvents } from './seat.js';
import { rembParts, type ListenerLine } from './send-budget.js';
import { Uplink } from './uplink.js';

export interface SeatNetwork {
  /** Addresses told to browsers, best first. */
  readonly addresses: () => readonly string[];
  /** UDP ports to use, both ends included; null leaves the choice to the system. */
  readonly portRange: readonly [number, number] | null;
  readonly monotonicMs: () => number;
}

export class OfferRefused extends Error {}

/** What a browser's offer must contain, place by place. */
const EXPECTED_PLACES = [
  ...SOURCES.map((source) => `${rtpKindOf(source)} sendonly`),
  ...Array.from({ length: REMOTE_SEATS }, () =>
    SOURCES.map((source) => `${rtpKindOf(source)} recvonly`),
  ).flat(),
  'application',
];

/** A browser's one connection: three uplinks, every downlink, and the presence channel. */
export class BrowserSeat implements Seat {
  readonly uplinks: Readonly<Record<MediaKindSent, Uplink>>;
  readonly downlinks: readonly Downlink[];
  lastPacketMs: number;

  private readonly pc: RTCPeerConnection;
  private readonly receiving: Readonly<Record<MediaKindSent, RTCRtpTransceiver>>;
  private readonly dtls: RTCDtlsTransport;
  private isClosed = false;
  private estimateBps: number | null = null;
  private estimateBefore: number | null = null;
  private sentMeasuredAtMs: number;

  constructor(
    readonly seatId: string,
    public sources: SourceStates,
    private readonly network: SeatNetwork,
    private readonly events: SeatEvents,
  ) {
    this.lastPacketMs = network.monotonicMs();
    this.sentMeasuredAtMs = this.lastPacketMs;
    this.pc = new RTCPeerConnection({
      ...peerOptions(),
      codecs: { audio: [useOPUS()], video: [vp8(), rtx()] },
      headerExtensions: { audio: [useAbsSendTime()], video: [useAbsSendTime()] },
      ...(network.portRange === null ? {} : { icePortRange: [...network.portRange] }),
      iceFilterStunResponse: (message, [host, port], protocol) =>
        this.acceptCheck(message, host, port, protocol),
    });
    this.receiving = {
      microphone: this.pc.addTransceiver('audio', { direction: 'recvonly' }),
      camera: this.pc.addTransceiver('video', { direction: 'recvonly' }),
      screen: this.pc.addTransceiver('video', { direction: 'recvonly' }),
    };
    this.uplinks = {
      microphone: this.makeUplink('microphone'),
      camera: this.makeUplink('camera'),
      screen: this.makeUplink('screen'),
    };
    this.downlinks = this.makeDownlinks();
    this.pc
      .createDataChannel('presence', { negotiated: true, id: PRESENCE_CHANNEL_ID })
      .onMessage.subscribe(() => this.hear());
    this.dtls = this.receiving.microphone.dtlsTransport;
    this.watch();
  }

  /**
   * Answers the browser's one offer. Candidates are not exchanged: all of ours are in the answer,
   * and the browser's are learned from its checks.
   *
   * @throws OfferRefused
   */
  async answer(offerSdp: string): Promise<string> {
    const places = placesOf(offerSdp);
    if (places.join() !== EXPECTED_PLACES.join()) throw new OfferRefused('unexpected places');
    try {
      await this.pc.setRemoteDescription({ type: 'offer', sdp: narrowOffer(offerSdp) });
      await this.pc.setLocalDescription(await this.pc.createAnswer());
    } catch (error) {
      throw new OfferRefused('not an offer that can be answered', { cause: error });
    }
    const port = this.pc.iceTransports[0]?.localCandidates[0]?.port;
    if (port === undefined) throw new Error('no UDP port is free in the configured range');
    const sdp = this.pc.localDescription?.sdp ?? '';
    return announceAddresses(sdp, this.network.addresses(), port);
  }

  downLossPercent(): number | null {
    const losses = this.downlinks.flatMap((downlink, slot) =>
      slot % SOURCES.length === 0 ? (downlink.reportedLossPercent ?? []) : [],
    );
    return losses.length === 0 ? null : Math.max(...losses);
  }

  limitSending(bps: number): void {
    const ssrcs = [this.uplinks.camera.ssrc, this.uplinks.screen.ssrc].filter((id) => id !== null);
    if (this.isClosed || ssrcs.length === 0 || this.dtls.state !== 'connected') return;
    const { mantissa, exponent } = rembParts(bps);
    const feedback = new ReceiverEstimatedMaxBitrate({
      senderSsrc: this.receiving.camera.receiver.rtcpSsrc,
      mediaSsrc: 0,
      ssrcNum: ssrcs.length,
      brExp: exponent,
      brMantissa: mantissa,
      ssrcFeedbacks: ssrcs,
    });
    this.dtls.sendRtcp([new RtcpPayloadSpecificFeedback({ feedback })]).catch(() => undefined);
  }

  line(): Omit<ListenerLine, 'pictures'> {
    const now = this.network.monotonicMs();
    const seconds = Math.max(0.001, (now - this.sentMeasuredAtMs) / 1000);
    const bytes = this.downlinks.reduce((sum, downlink) => sum + downlink.takePayloadBytes(), 0);
    const sentBps = (8 * bytes) / seconds;
    this.sentMeasuredAtMs = now;
    const { estimateBps, estimateBefore } = this;
    const hasFallen =
      estimateBps !== null && estimateBefore !== null && estimateBps < estimateBefore;
    this.estimateBefore = estimateBps;
    return { estimateBps, hasFallen, sentBps };
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const downlink of this.downlinks) downlink.tune(null);
    await this.pc.close();
  }

  private makeUplink(source: MediaKindSent): Uplink {
    const { receiver, onTrack } = this.receiving[source];
    const uplink = new Uplink(source, () => {
      if (uplink.ssrc !== null) void receiver.sendRtcpPLI(uplink.ssrc);
    });
    uplink.onLive = () => this.events.onSourceLive(source);
    onTrack.subscribe((track) => {
      uplink.ssrc = track.ssrc ?? null;
      track.onReceiveRtp.subscribe(({ header, payload }) => {
        const { sequenceNumber, timestamp, marker } = header;
        // Probes without content would only be noise for listeners.
        if (payload.length > 0) uplink.deliver({ sequenceNumber, timestamp, marker, payload });
      });
    });
    return uplink;
  }

  private makeDownlinks(): Downlink[] {
    const downlinks: Downlink[] = [];
    for (let remote = 0; remote < REMOTE_SEATS; remote += 1) {
      // Browsers keep lips and sound together within one stream id.
      const person = new MediaStream({ id: `person-${remote}` });
      const screen = new MediaStream({ id: `screen-${remote}` });
      for (const source of SOURCES) {
        const streams = [source === 'screen' ? screen : person];
        const place = this.pc.addTransceiver(rtpKindOf(source), { direction: 'sendonly', streams });
        downlinks.push(new Downlink(source, place.sender, this.network.monotonicMs));
      }
    }
    return downlinks;
  }

  private watch(): void {
    this.dtls.onRtp.subscribe(() => this.hear());
    this.dtls.onRtcp.subscribe((packet) => {
      this.hear();
      if (!(packet instanceof RtcpPayloadSpecificFeedback)) return;
      const { feedback } = packet;
      if (feedback instanceof ReceiverEstimatedMaxBitrate) {
        this.estimateBps = Number(feedback.bitrate);
      }
      // Chrome signs feedback about what it gets with the id of what it sends, and werift then takes
      // it for feedback about that: so it is matched here, by the stream it is about.
      if (feedback instanceof PictureLossIndication) {
        this.downlinks.find(({ ssrc }) => ssrc === feedback.mediaSsrc)?.askForKeyFrame();
      }
    });
    this.pc.connectionStateChange.subscribe((state) => {
      if (state === 'connected' && !this.isClosed) {
        this.hear();
        this.events.onConnected();
      }
      if (state === 'failed' || state === 'closed') this.end();
    });
    this.dtls.onStateChange.subscribe((state) => {
      if (state === 'failed' || state === 'closed') this.end();
    });
  }

  private hear(): void {
    this.lastPacketMs = this.network.monotonicMs();
  }

  private end(): void {
    if (this.isClosed) return;
    void this.close();
    this.events.onClosed();
  }

  /**
   * Only checks that know both user fragments are answered (werift itself does not look). The browser
   * decides the path: when it chooses another one, as on leaving Wi-Fi, sending follows it; werift
   * alone would stay with the first path for good.
   */
  private acceptCheck(message: Message, host: string, port: number, protocol: Protocol): boolean {
    const { connection } = this.dtls.iceTransport;
    const expected = `${connection.localUsername}:${connection.remoteUsername}`;
    if (message.getAttributeValue('USERNAME') !== expected) return false;
    if (connection.nominated && message.attributesKeys.includes('USE-CANDIDATE')) {
      const chosen = connection.checkList.find(
        (pair) =>
          pair.protocol === protocol && pair.remoteAddr[0] === host && pair.remoteAddr[1] === port,
      );
      if (chosen) connection.nominated = chosen;
    }
    return true;
  }
}

/**
 * ICE lite: host addresses only, nobody outside is asked and nothing waits for the internet. werift
 * is given one address so that it opens one socket, on every interface; the answer names the rest.
 */
function peerOptions(): RTCPeerConnectionConfig {
  return {
    bundlePolicy: 'max-bundle',
    iceLite: true,
    iceServers: [],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  };
}

function vp8(): RTCRtpCodecParameters {
  return useVP8({ rtcpFeedback: [useNACK(), usePLI(), useREMB()] });
}

function rtx(): RTCRtpCodecParameters {
  return new RTCRtpCodecParameters({ mimeType: 'video/rtx', clockRate: 90_000 });
}
