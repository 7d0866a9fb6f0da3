import { OpenVidu, type Publisher, type Session, type Stream } from 'openvidu-browser';
import type { MediaSource, RoomStats } from '../../core/room-connector';
import { readStats } from '../room-stats';
import { sendRung } from '../send-rung';
import { TicketedConnector } from '../ticketed-connector';
import { changesOf, peopleOf, type RemoteStream, readSeat } from './remote-streams';

export interface OpenViduTicket {
  readonly kind: 'openvidu';
  readonly token: string;
  /** For a connection of its own, because one connection sends one stream. */
  readonly screenToken: string;
}

/** One connection to the session, sending at most one stream. */
interface Line {
  readonly openvidu: OpenVidu;
  readonly session: Session;
  publisher: Publisher | null;
}

/** OpenVidu 2's side of a room in the browser. */
export class OpenViduConnector extends TicketedConnector<OpenViduTicket> {
  readonly kind = 'openvidu';

  private ticket: OpenViduTicket | null = null;
  private main: Line | null = null;
  private screen: Line | null = null;
  private streams: readonly RemoteStream[] = [];
  private wasReplaced = false;

  leave(): Promise<void> {
    this.end('self');
    return Promise.resolve();
  }

  async publish(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    this.hold(source, track);
    if (source === 'screen') await this.sendScreen();
    else if (this.main) await this.sendFace(this.main);
  }

  async replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    this.hold(source, track);
    const line = source === 'screen' ? this.screen : this.main;
    await line?.publisher?.replaceTrack(track);
  }

  async stats(): Promise<RoomStats> {
    const remote = this.streams.map(({ stream }) => stream);
    const own = [this.main, this.screen].flatMap((line) => line?.publisher?.stream ?? []);
    const reports = await Promise.all(
      [...remote, ...own].map(async (stream) => stream.getRTCPeerConnection().getStats()),
    );
    const entries: Record<string, unknown>[] = [];
    for (const report of reports)
      report.forEach((entry: Record<string, unknown>) => entries.push(entry));
    return readStats(entries, (trackId) => {
      const change = changesOf([], this.streams).find(({ track }) => track?.id === trackId);
      return change ? { participantId: change.participantId, source: change.source } : null;
    });
  }

  protected async connect(ticket: OpenViduTicket): Promise<void> {
    this.ticket = ticket;
    const openvidu = new OpenVidu();
    openvidu.enableProdMode();
    const line: Line = { openvidu, session: openvidu.initSession(), publisher: null };
    this.hear(line.session);
    await line.session.connect(ticket.token);
    if (this.state === 'left') return line.session.disconnect();
    this.main = line;
    this.stand();
    await this.sendFace(line);
    await this.sendScreen();
  }

  /** Microphone and camera are one stream, which is sent anew when one of them comes or goes. */
  private async sendFace(line: Line): Promise<void> {
    const { microphone, camera } = this.media;
    if (line.publisher) await line.session.unpublish(line.publisher);
    line.publisher = null;
    if (microphone === null && camera === null) return;
    line.publisher = line.openvidu.initPublisher(undefined, {
      audioSource: microphone ?? false,
      videoSource: camera ?? false,
      mirror: false,
    });
    await line.session.publish(line.publisher);
    await this.sendMute();
  }

  private async sendScreen(): Promise<void> {
    const track = this.media.screen;
    const before = this.screen;
    if (before?.publisher) await before.session.unpublish(before.publisher);
    if (before) before.publisher = null;
    if (track === null || this.ticket === null) return;
    track.contentHint = 'detail';
    const line = before ?? (await this.openScreenLine(this.ticket));
    line.publisher = line.openvidu.initPublisher(undefined, {
      audioSource: false,
      videoSource: track,
      mirror: false,
    });
    await line.session.publish(line.publisher);
  }

  private async openScreenLine({ screenToken }: OpenViduTicket): Promise<Line> {
    const openvidu = new OpenVidu();
    openvidu.enableProdMode();
    const line: Line = { openvidu, session: openvidu.initSession(), publisher: null };
    await line.session.connect(screenToken);
    this.screen = line;
    return line;
  }

  protected async sendMute(): Promise<void> {
    const { publisher } = this.main ?? {};
    if (!publisher) return;
    if (this.media.microphone) publisher.publishAudio(!this.muted.has('microphone'));
    if (this.media.camera) await publisher.publishVideo(!this.muted.has('camera'));
  }

  private hear(session: Session): void {
    const refresh = (): void => this.show(this.streams);
    session.on('streamCreated', ({ stream }) => this.take(session, stream));
    session.on('streamDestroyed', ({ stream }) => {
      this.show(this.streams.filter((known) => known.stream.streamId !== stream.streamId));
    });
    session.on('streamPropertyChanged', refresh);
    session.on('connectionCreated', refresh);
    session.on('connectionDestroyed', refresh);
    session.on('signal:replaced', () => {
      this.wasReplaced = true;
    });
    session.on('reconnecting', () => this.become('reconnecting'));
    session.on('reconnected', () => this.become('connected'));
    session.on('sessionDisconnected', ({ reason }) => this.lose(session, reason));
  }

  private take(session: Session, stream: Stream): void {
    const seat = readSeat(stream.connection.data);
    // The own screen comes by another connection; nobody watches themselves.
    if (seat === null || seat.participantId === this.ownId(session)) return;
    session.subscribe(stream, undefined, (error) => {
      if (!error) this.show([...this.streams, { ...seat, stream }]);
    });
  }

  private ownId(session: Session): string | undefined {
    return readSeat(session.connection.data)?.participantId;
  }

  private show(streams: readonly RemoteStream[]): void {
    const changes = changesOf(this.streams, streams);
    this.streams = streams;
    for (const change of changes) this.trackListeners.tell(change);
    const { session } = this.main ?? {};
    const others = session ? [...session.remoteConnections.values()] : [];
    const seats = others.flatMap(({ data }) => readSeat(data) ?? []);
    const own = session && this.ownId(session);
    this.peopleListeners.tell(
      peopleOf(
        seats.filter(({ participantId }) => participantId !== own),
        streams,
      ),
    );
  }

  private lose(session: Session, reason: string): void {
    if (this.main?.session !== session || this.state === 'left') return;
    this.main = null;
    if (this.wasReplaced) this.end('replaced');
    else if (reason === 'forceDisconnectByServer') this.end('removed');
    else if (reason === 'sessionClosedByServer') this.end('room_closed');
    else this.reconnect();
  }

  protected override reconnect(): void {
    if (this.state === 'left') return;
    super.reconnect();
    this.show([]);
    this.closeScreen();
  }

  private closeScreen(): void {
    this.screen?.session.disconnect();
    this.screen = null;
  }

  protected async applyRung(): Promise<void> {
    for (const [source, line] of [
      ['camera', this.main],
      ['screen', this.screen],
    ] as const) {
      const senders = line?.publisher?.stream.getRTCPeerConnection().getSenders() ?? [];
      for (const sender of senders)
        if (sender.track?.kind === 'video') await sendRung(sender, source, this.rung);
    }
  }

  protected letGo(): void {
    const { main } = this;
    // First: what is disconnected by ourselves is no line that was lost.
    this.main = null;
    this.closeScreen();
    main?.session.disconnect();
  }
}
