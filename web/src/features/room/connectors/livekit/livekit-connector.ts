import {
  DisconnectReason,
  type LocalTrackPublication,
  type RemoteParticipant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  Track,
} from 'livekit-client';
import { MEDIA_SOURCES, type MediaSource, type RoomStats } from '../../core/room-connector';
import type { LeaveReason } from '../../core/room-state';
import { readStats } from '../room-stats';
import { sendRung } from '../send-rung';
import { TicketedConnector } from '../ticketed-connector';

export interface LiveKitTicket {
  readonly kind: 'livekit';
  /** ws or wss. */
  readonly url: string;
  readonly token: string;
}

const SOURCES: Readonly<Record<MediaSource, Track.Source>> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
};

/** Why the server let us go, where that is the end of it; everything else is worth another attempt. */
const FINAL: ReadonlyMap<DisconnectReason | undefined, LeaveReason> = new Map([
  [DisconnectReason.DUPLICATE_IDENTITY, 'replaced'],
  [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
  [DisconnectReason.ROOM_DELETED, 'room_closed'],
  [DisconnectReason.ROOM_CLOSED, 'room_closed'],
]);

/** The side of LiveKit and OpenVidu 3 of a room in the browser. */
export class LiveKitConnector extends TicketedConnector<LiveKitTicket> {
  readonly kind = 'livekit';

  private room: Room | null = null;

  async leave(): Promise<void> {
    const { room } = this;
    this.end('self');
    await room?.disconnect(false);
  }

  async publish(source: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    const before = this.media[source];
    this.hold(source, track);
    const { room } = this;
    if (room === null) return;
    if (before !== null) await room.localParticipant.unpublishTrack(before, false);
    if (track !== null) await this.send(room, source, track);
  }

  async replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    const publication = this.publicationOf(source);
    this.hold(source, track);
    await publication?.track?.replaceTrack(track, true);
  }

  async stats(): Promise<RoomStats> {
    const { room } = this;
    if (room === null) return readStats(undefined, () => null);
    const remote = [...room.remoteParticipants.values()].flatMap((person) =>
      [...person.trackPublications.values()].map((publication) => ({ person, publication })),
    );
    const local = [...room.localParticipant.trackPublications.values()];
    const publications = [...remote.map(({ publication }) => publication), ...local];
    const reports = await Promise.all(
      publications.map(async ({ track }) => (track ? track.getRTCStatsReport() : undefined)),
    );
    // Every report of a connection names its path; one is enough.
    const entries = new Map<string, Record<string, unknown>>();
    for (const report of reports)
      report?.forEach((entry: Record<string, unknown>) => entries.set(String(entry['id']), entry));
    return readStats(entries, (trackId) => {
      const found = remote.find(
        ({ publication }) => publication.track?.mediaStreamTrack.id === trackId,
      );
      const source = found && sourceOf(found.publication);
      return found && source ? { participantId: found.person.identity, source } : null;
    });
  }

  protected async connect({ url, token }: LiveKitTicket): Promise<void> {
    const room = new Room({
      // The page stops its own devices, and leaves by itself when it is closed.
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: false,
      dynacast: true,
    });
    this.hear(room);
    await room.connect(url, token);
    if (this.state === 'left') return void room.disconnect(false);
    this.room = room;
    this.stand();
    for (const source of MEDIA_SOURCES) {
      const track = this.media[source];
      if (track !== null) await this.send(room, source, track);
    }
    this.tellPeople(room);
  }

  private async send(room: Room, source: MediaSource, track: MediaStreamTrack): Promise<void> {
    if (source === 'screen') track.contentHint = 'detail';
    await room.localParticipant.publishTrack(track, {
      source: SOURCES[source],
      videoCodec: 'vp8',
      stopMicTrackOnMute: false,
    });
    await this.sendMute(source);
    if (this.rung !== 'full') await this.applyRung();
  }

  protected async sendMute(source: MediaSource): Promise<void> {
    const publication = this.publicationOf(source);
    if (this.muted.has(source)) await publication?.mute();
    else await publication?.unmute();
  }

  private publicationOf(source: MediaSource): LocalTrackPublication | undefined {
    return this.room?.localParticipant.getTrackPublication(SOURCES[source]);
  }

  private hear(room: Room): void {
    const isCurrent = (): boolean => this.room === room || this.room === null;
    const people = (): void => void (isCurrent() && this.tellPeople(room));
    const reconnecting = (): void => void (isCurrent() && this.become('reconnecting'));
    room
      .on(RoomEvent.TrackSubscribed, (_, publication, person) => this.tell(publication, person))
      .on(RoomEvent.TrackUnsubscribed, (_, publication, person) => {
        const source = sourceOf(publication);
        if (source)
          this.trackListeners.tell({ ...whose(person), source, track: null, muted: false });
      })
      .on(RoomEvent.TrackMuted, (publication, person) => {
        if (person !== room.localParticipant) this.tell(publication, person as RemoteParticipant);
      })
      .on(RoomEvent.TrackUnmuted, (publication, person) => {
        if (person !== room.localParticipant) this.tell(publication, person as RemoteParticipant);
      })
      .on(RoomEvent.ParticipantConnected, people)
      .on(RoomEvent.ParticipantDisconnected, people)
      .on(RoomEvent.TrackPublished, people)
      .on(RoomEvent.TrackUnpublished, people)
      .on(RoomEvent.ParticipantActive, people)
      .on(RoomEvent.ConnectionQualityChanged, people)
      .on(RoomEvent.Reconnecting, reconnecting)
      .on(RoomEvent.SignalReconnecting, reconnecting)
      .on(RoomEvent.Reconnected, () => void (isCurrent() && this.become('connected')))
      .on(RoomEvent.Disconnected, (reason) => this.lose(room, reason));
  }

  private tell(publication: { track?: unknown }, person: RemoteParticipant): void {
    const { track, isMuted } = publication as RemoteTrackPublication;
    const source = sourceOf(publication as RemoteTrackPublication);
    if (source && track)
      this.trackListeners.tell({
        ...whose(person),
        source,
        track: track.mediaStreamTrack,
        muted: isMuted,
      });
    if (this.room) this.tellPeople(this.room);
  }

  private tellPeople(room: Room): void {
    const people = [...room.remoteParticipants.values()].map((person) => ({
      ...whose(person),
      connected: person.isActive,
      sources: [...person.trackPublications.values()].flatMap((publication) => {
        const source = sourceOf(publication);
        return source ? [{ source, muted: publication.isMuted }] : [];
      }),
    }));
    this.peopleListeners.tell(people);
  }

  private lose(room: Room, reason: DisconnectReason | undefined): void {
    if (this.room !== room || this.state === 'left') return;
    this.room = null;
    const final = FINAL.get(reason);
    if (final) this.end(final);
    else this.reconnect();
  }

  /** LiveKit's own client thins simulcast layers by itself; the ladder holds what is left. */
  protected async applyRung(): Promise<void> {
    for (const source of ['camera', 'screen'] as const) {
      const sender = this.publicationOf(source)?.track?.sender;
      if (sender) await sendRung(sender, source, this.rung);
    }
  }

  protected letGo(): void {
    this.room = null;
  }
}

function whose({ identity }: RemoteParticipant): { participantId: string } {
  return { participantId: identity };
}

function sourceOf({ source }: { source: Track.Source }): MediaSource | undefined {
  return MEDIA_SOURCES.find((each) => SOURCES[each] === source);
}
