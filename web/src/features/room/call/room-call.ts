import { ok, type Api } from '../../../shared/api/client';
import type { JoinedSession, Seat } from '../../../shared/api/contract';
import {
  type DeviceKind,
  openDevice,
  openOtherCamera,
  rememberedChoice,
} from '../../../shared/devices/local-devices';
import { realtime } from '../../../shared/realtime/socket';
import type { Rung } from '../core/picture-ladder';
import type {
  MediaSource,
  RemoteTrack,
  RoomStats,
  StateChange,
  Unsubscribe,
} from '../core/room-connector';
import type { LeaveReason, RoomState } from '../core/room-state';
import { HEARTBEAT_EVERY_MS, HeartbeatSigner } from './heartbeat';
import { countOf, qualityBetween, type LineCount, type LineQuality } from './line-quality';
import { PictureKeeper } from './picture-keeper';
import { openConnector, type OpenedConnector } from './open-connector';

export interface LostDevice {
  readonly kind: DeviceKind;
  readonly isReplaced: boolean;
}

/** Everything the stage shows of the call itself. A new object on every change. */
export interface CallView {
  readonly state: RoomState;
  readonly leaveReason: LeaveReason | null;
  readonly seat: Seat | null;
  readonly microphone: MediaStreamTrack | null;
  readonly isMuted: boolean;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  readonly remote: Readonly<Partial<Record<MediaSource, RemoteTrack>>>;
  /** A device that was unplugged lately, and whether another one took its place. */
  readonly lostDevice: LostDevice | null;
  /** Whether the other person's line stands, as the media server sees it. */
  readonly isOtherConnected: boolean;
  readonly quality: LineQuality | null;
  /** The server can be asked, but this network lets no video through. */
  readonly isBlocked: boolean;
  /** How much of the own picture the line carries, and how much of the other's comes. */
  readonly rung: Rung;
  readonly otherRung: Rung;
  /** Why the door stayed shut, until it is tried again. */
  readonly problem: unknown;
}

const QUALITY_EVERY_MS = 3000;
const LOST_DEVICE_SHOWN_MS = 8000;

/** One person's stay in a room: seat, connection, heartbeats, devices. Knows nothing of React. */
export class RoomCall {
  private view: CallView = {
    state: 'idle',
    leaveReason: null,
    seat: null,
    microphone: null,
    isMuted: false,
    camera: null,
    screen: null,
    remote: {},
    lostDevice: null,
    isOtherConnected: false,
    quality: null,
    isBlocked: false,
    rung: 'full',
    otherRung: 'full',
    problem: null,
  };
  private readonly listeners = new Set<() => void>();
  private readonly cleanups: Unsubscribe[] = [];
  private opened: OpenedConnector | null = null;
  private counted: LineCount = { received: 0, lost: 0 };
  private hasLeft = false;
  private readonly keeper = new PictureKeeper(
    async (rung) => void (await this.opened?.connector.limitPicture(rung)),
  );

  constructor(
    private readonly api: Api,
    private readonly sessionId: string,
  ) {}

  readonly subscribe = (listener: () => void): Unsubscribe => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly current = (): CallView => this.view;

  /** Takes the seat and connects with what the person brings; a refusal is shown as `problem`, back at the door. */
  async enter(media: {
    camera: MediaStreamTrack | null;
    microphone: MediaStreamTrack | null;
  }): Promise<void> {
    this.show({ ...media, state: 'connecting', problem: null });
    this.watch('camera', media.camera);
    this.watch('microphone', media.microphone);
    try {
      await this.connect(media);
    } catch (problem) {
      if (this.hasLeft || this.view.state === 'left') return;
      this.letGo();
      this.show({ state: 'idle', problem, camera: null, microphone: null });
    }
  }

  async leave(): Promise<void> {
    if (this.hasLeft) return;
    this.hasLeft = true;
    this.letGo();
    await this.opened?.connector.leave();
    if (this.view.seat) {
      const { sessionId } = this;
      await realtime.ask('room.leave', { sessionId }).catch(() => undefined);
    }
    this.show({ state: 'left', microphone: null, camera: null, screen: null, remote: {} });
  }

  async setMuted(isMuted: boolean): Promise<void> {
    this.show({ isMuted });
    await this.opened?.connector.setMuted('microphone', isMuted);
  }

  /** Turns the camera off for good (its light goes out), or opens it again. @returns false when it cannot be opened */
  async setCamera(isOn: boolean): Promise<boolean> {
    this.view.camera?.stop();
    const { track } = isOn
      ? await openDevice('camera', rememberedChoice('camera'))
      : { track: null };
    this.show({ camera: track });
    this.watch('camera', track);
    await this.opened?.connector.publish('camera', track);
    return !isOn || track !== null;
  }

  /** The camera on the other side of a phone. */
  async turnCamera(): Promise<void> {
    const { camera } = this.view;
    if (camera === null) return;
    const { track } = await openOtherCamera(camera);
    if (track !== null) return this.useDevice('camera', track);
    await this.setCamera(true);
  }

  /** Another camera or microphone while the call goes on. */
  async useDevice(source: 'camera' | 'microphone', track: MediaStreamTrack): Promise<void> {
    const before = this.view[source];
    this.show({ [source]: track });
    this.watch(source, track);
    if (before === null) await this.opened?.connector.publish(source, track);
    else await this.opened?.connector.replaceTrack(source, track);
    before?.stop();
  }

  /** Shows the screen, or stops it. Choosing nothing in the browser's own dialog changes nothing. */
  async setScreen(isOn: boolean): Promise<void> {
    if (!isOn) {
      this.view.screen?.stop();
      this.show({ screen: null });
      await this.opened?.connector.publish('screen', null);
      return;
    }
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true }).catch(() => null);
    const screen = stream?.getVideoTracks()[0];
    if (screen === undefined) return;
    // The browser has a button of its own to stop.
    screen.addEventListener('ended', () => void this.setScreen(false));
    this.show({ screen });
    await this.opened?.connector.publish('screen', screen);
  }

  /** A track ends by itself when its device is unplugged; when the page stops it, nothing is said. */
  private watch(kind: DeviceKind, track: MediaStreamTrack | null): void {
    track?.addEventListener('ended', () => void this.replaceLost(kind, track));
  }

  /** The call goes on with another device where there is one, and says so. */
  private async replaceLost(kind: DeviceKind, lost: MediaStreamTrack): Promise<void> {
    if (this.hasLeft || this.view[kind] !== lost) return;
    const { track } = await openDevice(kind);
    if (track !== null) await this.useDevice(kind, track);
    else {
      this.show({ [kind]: null });
      await this.opened?.connector.publish(kind, null);
    }
    const lostDevice = { kind, isReplaced: track !== null };
    this.show({ lostDevice });
    setTimeout(() => {
      if (this.view.lostDevice === lostDevice) this.show({ lostDevice: null });
    }, LOST_DEVICE_SHOWN_MS);
  }

  private async connect(media: Pick<CallView, 'camera' | 'microphone'>): Promise<void> {
    const { seat, ticket } = await this.takeSeat();
    this.opened = await openConnector(
      this.sessionId,
      ticket,
      async () => (await this.takeSeat()).ticket,
    );
    this.show({ seat });
    await this.enterSocketRoom(seat);
    this.listen(this.opened);
    await this.startHeartbeats(seat);
    await this.opened.join({ ...media, screen: null });
  }

  private takeSeat(): Promise<JoinedSession> {
    return ok(this.api.POST('/sessions/{id}/join', { params: { path: { id: this.sessionId } } }));
  }

  /** Stops listening, and every device with its light. */
  private letGo(): void {
    for (const stop of this.cleanups.splice(0)) stop();
    const { microphone, camera, screen } = this.view;
    for (const track of [microphone, camera, screen]) track?.stop();
  }

  private listen({ connector }: OpenedConnector): void {
    this.cleanups.push(
      connector.onState((change) => this.hearState(change)),
      connector.onRemoteTrack((change) =>
        this.show({ remote: { ...this.view.remote, [change.source]: change } }),
      ),
      connector.onPeople((people) =>
        this.show({ isOtherConnected: people.some(({ connected }) => connected) }),
      ),
      realtime.on('room.line', ({ sessionId, rung }) => {
        if (sessionId === this.sessionId) this.show({ otherRung: rung });
      }),
      every(QUALITY_EVERY_MS, () => this.measureLine()),
    );
  }

  private hearState({ state, reason }: StateChange): void {
    this.show({ state, leaveReason: reason });
    if (state === 'left' && reason !== 'self') void this.leave();
  }

  /** After a lost socket the room is entered anew; the server forgets who was where. */
  private async enterSocketRoom({ participantId }: Seat): Promise<void> {
    const message = { sessionId: this.sessionId, participantId };
    await realtime.ask('room.enter', message);
    let isFirst = true;
    this.cleanups.push(
      realtime.onConnected(() => {
        if (isFirst) isFirst = false;
        else realtime.ask('room.enter', message).catch(() => undefined);
      }),
    );
  }

  private async startHeartbeats(seat: Seat): Promise<void> {
    const firstSeq = Math.floor(Date.now() / 1000);
    const signer = await HeartbeatSigner.create(this.sessionId, seat, firstSeq);
    const beat = async () => {
      const heartbeat = await signer.next(this.view.state === 'connected');
      await realtime.ask('room.heartbeat', heartbeat).catch(() => undefined);
    };
    this.cleanups.push(every(HEARTBEAT_EVERY_MS, beat));
  }

  private async measureLine(): Promise<void> {
    if (this.opened === null) return;
    const { isBlocked } = this.opened.connector;
    if (isBlocked !== this.view.isBlocked) this.show({ isBlocked });
    if (this.view.state !== 'connected') return;
    const stats = await this.opened.connector.stats();
    const now = countOf(stats);
    this.show({ quality: qualityBetween(this.counted, now, stats) });
    this.counted = now;
    await this.keepPicture(stats);
  }

  /** What the line does not carry is not sent; both are told why. */
  private async keepPicture(stats: RoomStats): Promise<void> {
    const rung = await this.keeper.measure(stats);
    if (rung === this.view.rung) return;
    this.show({ rung });
    const { sessionId } = this;
    await realtime.ask('room.line', { sessionId, rung }).catch(() => undefined);
  }

  private show(change: Partial<CallView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }
}

function every(ms: number, work: () => Promise<void>): Unsubscribe {
  const timer = setInterval(() => void work(), ms);
  return () => clearInterval(timer);
}
