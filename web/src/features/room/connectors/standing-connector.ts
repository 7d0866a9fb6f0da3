import { Listeners } from '../core/listeners';
import { retryDelayMs } from '../core/retry-delay';
import type { Rung } from '../core/picture-ladder';
import type {
  LocalMedia,
  MediaSource,
  RemotePerson,
  RemoteTrack,
  RoomConnector,
  RoomStats,
  StateChange,
  Unsubscribe,
} from '../core/room-connector';
import { canBecome, type LeaveReason, type RoomState } from '../core/room-state';

const NOTHING: LocalMedia = { microphone: null, camera: null, screen: null };

/** What every connector is, whichever server it speaks to: its own media, who listens, and another attempt when the line is lost. */
export abstract class StandingConnector<Ticket> implements RoomConnector<Ticket> {
  abstract readonly kind: RoomConnector<Ticket>['kind'];
  state: RoomState = 'idle';
  isBlocked = false;

  protected media: LocalMedia = NOTHING;
  /** How much of the picture is sent; a new connection keeps to it. */
  protected rung: Rung = 'full';
  protected readonly muted = new Set<MediaSource>();
  protected readonly trackListeners = new Listeners<RemoteTrack>();
  protected readonly peopleListeners = new Listeners<readonly RemotePerson[]>();
  private readonly stateListeners = new Listeners<StateChange>();
  private attempt = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  abstract join(ticket: Ticket, media: LocalMedia): Promise<void>;
  abstract leave(): Promise<void>;
  abstract publish(source: MediaSource, track: MediaStreamTrack | null): Promise<void>;
  abstract replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void>;
  abstract stats(): Promise<RoomStats>;

  /** Tells the server, and whoever is in the room, which sources are muted. */
  protected abstract sendMute(source: MediaSource): Promise<void>;
  /** Holds what is sent of the picture to the rung. */
  protected abstract applyRung(): Promise<void>;
  /** One more attempt after the line was lost. */
  protected abstract tryAgain(): Promise<void>;
  /** Closes what stands, without a word to the listeners. */
  protected abstract letGo(): void;

  async setMuted(source: MediaSource, muted: boolean): Promise<void> {
    if (muted) this.muted.add(source);
    else this.muted.delete(source);
    await this.sendMute(source);
  }

  async limitPicture(rung: Rung): Promise<void> {
    this.rung = rung;
    await this.applyRung();
  }

  onRemoteTrack(listener: (change: RemoteTrack) => void): Unsubscribe {
    return this.trackListeners.add(listener);
  }

  onPeople(listener: (people: readonly RemotePerson[]) => void): Unsubscribe {
    return this.peopleListeners.add(listener);
  }

  onState(listener: (change: StateChange) => void): Unsubscribe {
    return this.stateListeners.add(listener);
  }

  /** @throws Error in a room that was joined already */
  protected begin(media: LocalMedia): void {
    if (!canBecome(this.state, 'connecting')) throw new Error(`cannot join while ${this.state}`);
    this.media = media;
    this.attempt = 0;
  }

  protected hold(source: MediaSource, track: MediaStreamTrack | null): void {
    this.media = { ...this.media, [source]: track };
  }

  protected stand(): void {
    this.isBlocked = false;
    this.attempt = 0;
    this.become('connected');
  }

  protected reconnect(): void {
    if (this.state === 'left') return;
    this.become('reconnecting');
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => void this.tryAgain(), retryDelayMs(this.attempt));
    this.attempt += 1;
  }

  /** The line may be back: no more waiting. */
  protected retryAtOnce(): void {
    clearTimeout(this.retryTimer);
    this.attempt = 0;
    void this.tryAgain();
  }

  protected end(reason: LeaveReason): void {
    if (this.state === 'left' || this.state === 'idle') return;
    clearTimeout(this.retryTimer);
    this.letGo();
    this.become('left', reason);
  }

  protected become(state: RoomState, reason: LeaveReason | null = null): void {
    if (this.state === state || !canBecome(this.state, state)) return;
    this.state = state;
    this.stateListeners.tell({ state, reason });
  }
}
