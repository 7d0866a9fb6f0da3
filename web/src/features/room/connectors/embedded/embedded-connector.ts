import {
  MEDIA_SOURCES,
  type LocalMedia,
  type MediaSource,
  type RoomStats,
  type Unsubscribe,
} from '../../core/room-connector';
import {
  SignalRefused,
  type EmbeddedTicket,
  type ServerSignal,
  type Signalling,
  type SourceState,
  type SourceStates,
} from './embedded-signal';
import { PeerLink } from './peer-link';
import { RemoteRoom } from './remote-room';
import { readStats } from '../room-stats';
import { StandingConnector } from '../standing-connector';

/** Trying the same again would only be refused again. */
const FINAL_REFUSAL = 'sessions.media_bad_signal';

/** The media server knows nothing of this seat any more, as after a restart: another ticket lets in again. */
const SEAT_REFUSALS = ['sessions.media_not_admitted', 'sessions.media_room_not_open'];

/** A link that does not stand by then is given up for a new one. */
const CONNECT_MS_MAX = 12_000;

/** The embedded SFU's side of a room in the browser. */
export class EmbeddedConnector extends StandingConnector<EmbeddedTicket> {
  readonly kind = 'embedded';

  private ticket: EmbeddedTicket | null = null;
  /** The link in use, and the one that is to follow it. */
  private link: PeerLink | null = null;
  private nextLink: PeerLink | null = null;
  private remote = new RemoteRoom();
  private stopHearing: Unsubscribe = () => undefined;

  /** @param freshTicket where the seat is not known any more; null when there is none */
  constructor(
    private readonly signalling: Signalling,
    private readonly freshTicket: () => Promise<EmbeddedTicket | null> = () =>
      Promise.resolve(null),
  ) {
    super();
  }

  async join(ticket: EmbeddedTicket, media: LocalMedia): Promise<void> {
    this.begin(media);
    this.ticket = ticket;
    this.remote = new RemoteRoom();
    for (const source of MEDIA_SOURCES) this.applyMute(source);
    this.stopHearing = this.listenToServer();
    globalThis.addEventListener('online', this.hurry);
    this.become('connecting');
    const standing = new Promise<void>((resolve, reject) => {
      const stop = this.onState(({ state, reason }) => {
        if (state === 'connected') resolve();
        if (state === 'left') reject(new Error(`left: ${String(reason)}`));
        if (state === 'connected' || state === 'left') stop();
      });
    });
    void this.tryAgain();
    await standing;
  }

  async leave(): Promise<void> {
    const seatId = (this.link ?? this.nextLink)?.seatId;
    this.end('self');
    if (seatId !== undefined) {
      await this.signalling.send({ type: 'leave', seatId }).catch(() => undefined);
    }
  }

  async publish(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    this.hold(source, track);
    this.applyMute(source);
    await this.sendEverywhere(source, track);
    await this.tellSources();
  }

  async replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    this.hold(source, track);
    this.applyMute(source);
    await this.sendEverywhere(source, track);
  }

  async stats(): Promise<RoomStats> {
    const { link } = this;
    return readStats(await link?.report(), (trackId) =>
      link === null ? null : this.remote.ownerOf(link.slotOf(trackId)),
    );
  }

  /** Asks for the present view, after messages may have been missed. */
  private async resync(): Promise<void> {
    const { link } = this;
    if (link === null) return this.hurry();
    try {
      const reply = await this.signalling.send({ type: 'sync', seatId: link.seatId });
      if (reply.type === 'room') this.show(reply.room);
    } catch (error) {
      if (error instanceof SignalRefused && this.link === link) this.reconnect();
    }
  }

  private listenToServer(): Unsubscribe {
    const stops = [
      this.signalling.onMessage((message) => this.hear(message)),
      this.signalling.onReopened(() => void this.resync()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** One attempt: a new link beside the old one, which stays in use until the new one stands. */
  protected async tryAgain(): Promise<void> {
    const { ticket } = this;
    if (ticket === null || this.state === 'left') return;
    this.nextLink?.close();
    const link: PeerLink = new PeerLink(
      crypto.randomUUID?.() ?? randomSeatId(),
      ticket.iceServers,
      ticket.remoteSeats,
      {
        onConnected: () => this.use(link),
        onDoubt: () => void (this.link === link && this.hurry()),
        onLost: () => this.lose(link),
      },
    );
    this.nextLink = link;
    setTimeout(() => {
      if (this.nextLink !== link) return;
      // It was answered and is still not through; where there is no line at all, nothing would have come back.
      this.isBlocked = link.isAnswered;
      this.lose(link);
    }, CONNECT_MS_MAX);
    try {
      const sdp = await link.offer(this.media);
      const sources = this.sourceStates();
      const { seatId } = link;
      const reply = await this.signalling.send({ type: 'join', seatId, sdp, sources });
      if (this.nextLink !== link || reply.type !== 'joined') return link.close();
      this.remote.forgetRevision();
      this.remote.accept(reply.room);
      await link.answer(reply.sdp, this.rung);
    } catch (error) {
      const code = error instanceof SignalRefused ? error.code : '';
      if (code === FINAL_REFUSAL) return this.end('refused');
      if (SEAT_REFUSALS.includes(code) && !(await this.takeSeatAgain())) return this.end('refused');
      this.lose(link);
    }
  }

  /** @returns false when there is no seat any more */
  private async takeSeatAgain(): Promise<boolean> {
    try {
      const ticket = await this.freshTicket();
      this.ticket = ticket ?? this.ticket;
      return ticket !== null;
    } catch {
      return true; // nobody answered; asked again with the next attempt
    }
  }

  private use(link: PeerLink): void {
    if (this.nextLink !== link) return;
    this.nextLink = null;
    const before = this.link;
    this.link = link;
    before?.close();
    this.stand();
    this.showAgain();
    void this.tellSources();
  }

  private lose(link: PeerLink): void {
    if (this.nextLink !== link && this.link !== link) return;
    if (this.nextLink === link) {
      this.nextLink = null;
      link.close();
    } else if (this.nextLink !== null) {
      return; // its successor is on the way already
    }
    this.reconnect();
  }

  protected override reconnect(): void {
    if (this.nextLink === null) super.reconnect();
  }

  /** The way to the network has changed or may be back: another link at once, beside the one there is. */
  private readonly hurry = (): void => {
    if (this.nextLink !== null || this.state === 'left') return;
    this.retryAtOnce();
  };

  private hear(message: ServerSignal): void {
    switch (message.type) {
      case 'room':
        return this.show(message.room);
      case 'replaced':
        if (message.seatId === this.link?.seatId && this.nextLink === null) this.end('replaced');
        return;
      case 'rejoin':
        return this.reconnect();
      case 'closed':
        return this.end(message.reason);
    }
  }

  private show(view: Parameters<RemoteRoom['accept']>[0]): void {
    if (this.remote.accept(view)) this.showAgain();
  }

  private showAgain(): void {
    const { link } = this;
    if (link === null) return;
    for (const change of this.remote.takeChanges((slot) => link.trackAt(slot))) {
      this.trackListeners.tell(change);
    }
    this.peopleListeners.tell(this.remote.people());
  }

  protected letGo(): void {
    this.stopHearing();
    globalThis.removeEventListener('online', this.hurry);
    this.nextLink?.close();
    this.link?.close();
    this.nextLink = null;
    this.link = null;
  }

  protected async applyRung(): Promise<void> {
    await Promise.all([this.link?.limitTo(this.rung), this.nextLink?.limitTo(this.rung)]);
  }

  protected async sendMute(source: MediaSource): Promise<void> {
    this.applyMute(source);
    await this.tellSources();
  }

  private applyMute(source: MediaSource): void {
    const track = this.media[source];
    if (track !== null) track.enabled = !this.muted.has(source);
  }

  private async sendEverywhere(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    await Promise.all([this.link?.send(source, track), this.nextLink?.send(source, track)]);
  }

  private async tellSources(): Promise<void> {
    const { link } = this;
    if (link === null) return; // the next join carries them
    const sources = this.sourceStates();
    try {
      await this.signalling.send({ type: 'sources', seatId: link.seatId, sources });
    } catch (error) {
      // What was not heard is told again by the join that follows, or by the next change.
      if (error instanceof SignalRefused && this.link === link) this.reconnect();
    }
  }

  private sourceStates(): SourceStates {
    const stateOf = (source: MediaSource): SourceState => {
      if (this.media[source] === null) return 'off';
      return this.muted.has(source) ? 'muted' : 'on';
    };
    const [microphone, camera, screen] = MEDIA_SOURCES.map(stateOf);
    return {
      microphone: microphone ?? 'off',
      camera: camera ?? 'off',
      screen: screen ?? 'off',
    };
  }
}

/** For pages on plain http, where browsers keep `randomUUID` to themselves. */
function randomSeatId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
