import type { Rung } from '../../core/picture-ladder';
import { MEDIA_SOURCES, type LocalMedia, type MediaSource } from '../../core/room-connector';
import { sendRung } from '../send-rung';

/** Id both sides know; one small message a second tells the server that a silent line is alive. */
const PRESENCE_CHANNEL_ID = 0;
const PRESENCE_EVERY_MS = 1_000;

/** Each of our small messages is acknowledged: a line over which nothing comes for so many of them may be dead. */
const SILENT_FOR_DOUBT = 2;

/** A dip shorter than this often heals by itself, on another path. */
const DISCONNECTED_MS_MAX = 2_000;

export interface PeerLinkEvents {
  onConnected(): void;
  /** Nothing came for a while that should have: worth trying another link beside it. */
  onDoubt(): void;
  /** Once, when this link will not come back. */
  onLost(): void;
}

/**
 * One connection to the SFU, negotiated exactly once.
 *
 * The places are fixed: our microphone, camera and screen, then the same three for every remote
 * seat. Changing what is sent is `replaceTrack`; what is received is a matter of which place.
 */
export class PeerLink {
  private readonly pc: RTCPeerConnection;
  private readonly senders: Readonly<Record<MediaSource, RTCRtpSender>>;
  private readonly places: readonly RTCRtpTransceiver[];
  private readonly presence: RTCDataChannel;
  private presenceTimer: ReturnType<typeof setInterval> | undefined;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  private received = 0;
  private silentFor = 0;
  /** The server has said how it is reached. */
  isAnswered = false;

  constructor(
    readonly seatId: string,
    iceServers: readonly RTCIceServer[],
    remoteSeats: number,
    private readonly events: PeerLinkEvents,
  ) {
    this.pc = new RTCPeerConnection({ iceServers: [...iceServers], bundlePolicy: 'max-bundle' });
    this.senders = {
      microphone: this.addPlace('microphone', 'sendonly').sender,
      camera: this.addPlace('camera', 'sendonly').sender,
      screen: this.addPlace('screen', 'sendonly').sender,
    };
    this.places = Array.from({ length: remoteSeats }, () =>
      MEDIA_SOURCES.map((source) => this.addPlace(source, 'recvonly')),
    ).flat();
    this.presence = this.pc.createDataChannel('presence', {
      negotiated: true,
      id: PRESENCE_CHANNEL_ID,
      ordered: false,
      maxRetransmits: 0,
    });
    this.presence.onopen = () => this.keepPresent();
    this.pc.onconnectionstatechange = () => this.follow(this.pc.connectionState);
  }

  /** The one offer. It does not wait for candidates: the server learns ours from our checks. */
  async offer(media: LocalMedia): Promise<string> {
    for (const source of MEDIA_SOURCES) await this.send(source, media[source]);
    await this.pc.setLocalDescription();
    return this.pc.localDescription?.sdp ?? '';
  }

  async answer(sdp: string, rung: Rung): Promise<void> {
    if (this.isOver) return;
    await this.pc.setRemoteDescription({ type: 'answer', sdp });
    this.isAnswered = true;
    await this.limitTo(rung);
  }

  async limitTo(rung: Rung): Promise<void> {
    for (const source of ['camera', 'screen'] as const)
      await sendRung(this.senders[source], source, rung);
  }

  async send(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    if (track !== null && source === 'screen') track.contentHint = 'detail';
    await this.senders[source].replaceTrack(track);
  }

  trackAt(slot: number): MediaStreamTrack | null {
    return this.places[slot]?.receiver.track ?? null;
  }

  slotOf(trackId: string): number {
    return this.places.findIndex((place) => place.receiver.track.id === trackId);
  }

  async report(): Promise<RTCStatsReport> {
    return await this.pc.getStats();
  }

  close(): void {
    this.isOver = true;
    clearInterval(this.presenceTimer);
    clearTimeout(this.lostTimer);
    this.pc.onconnectionstatechange = null;
    this.pc.close();
  }

  private addPlace(source: MediaSource, direction: 'sendonly' | 'recvonly'): RTCRtpTransceiver {
    const kind = source === 'microphone' ? 'audio' : 'video';
    const place = this.pc.addTransceiver(kind, { direction });
    const wanted = kind === 'audio' ? ['audio/opus'] : ['video/vp8', 'video/rtx'];
    const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
    place.setCodecPreferences(
      codecs.filter(({ mimeType }) => wanted.includes(mimeType.toLowerCase())),
    );
    return place;
  }

  private follow(state: RTCPeerConnectionState): void {
    clearTimeout(this.lostTimer);
    if (state === 'connected') this.events.onConnected();
    if (state === 'failed' || state === 'closed') this.lose();
    if (state === 'disconnected') {
      this.lostTimer = setTimeout(() => this.lose(), DISCONNECTED_MS_MAX);
    }
  }

  private lose(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.events.onLost();
  }

  private keepPresent(): void {
    const say = (): void => {
      if (this.presence.readyState !== 'open') return;
      this.presence.send('.');
      void this.listen();
    };
    say();
    this.presenceTimer = setInterval(say, PRESENCE_EVERY_MS);
  }

  /** Browsers take five seconds and more to doubt a line; by then the other has asked twice whether one is there. */
  private async listen(): Promise<void> {
    const report = await this.pc.getStats();
    let received = 0;
    report.forEach((entry: Record<string, unknown>) => {
      if (entry['type'] === 'transport') received += Number(entry['bytesReceived'] ?? 0);
    });
    this.silentFor = received === this.received ? this.silentFor + 1 : 0;
    this.received = received;
    if (this.silentFor >= SILENT_FOR_DOUBT && !this.isOver) this.events.onDoubt();
  }
}
