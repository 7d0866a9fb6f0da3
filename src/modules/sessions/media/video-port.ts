/** What somebody can send. A screen comes beside the camera, never instead of it. */
export type MediaKindSent = 'camera' | 'microphone' | 'screen';

/**
 * What the media plane saw. `atMs` is epoch milliseconds by the media plane's own clock.
 *
 * A `disconnected` carries the moment of the last packet, not the moment the silence was noticed:
 * nobody pays for the seconds in which a dead line was still being waited for.
 */
export type MediaEvent =
  | {
      readonly kind: 'connected' | 'disconnected';
      readonly roomId: string;
      readonly participantId: string;
      readonly atMs: number;
    }
  | {
      readonly kind: 'published' | 'unpublished';
      readonly roomId: string;
      readonly participantId: string;
      readonly source: MediaKindSent;
      readonly atMs: number;
    }
  | {
      readonly kind: 'quality';
      readonly roomId: string;
      readonly participantId: string;
      /** Worse of both directions of this person's line over the last five seconds, 0 to 100. */
      readonly audioLossPercent: number;
      readonly atMs: number;
    };

export interface ParticipantStatus {
  readonly participantId: string;
  readonly connected: boolean;
  /** Last authenticated packet, null before the first one. */
  readonly lastPacketAtMs: number | null;
  /** Null while no audio was measured. */
  readonly audioLossPercent: number | null;
  readonly sources: readonly MediaKindSent[];
}

export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** What a browser's connector of the same kind needs to enter; safe to hand to that person only. */
export type JoinTicket =
  | {
      readonly kind: 'embedded';
      readonly roomId: string;
      readonly participantId: string;
      readonly iceServers: readonly IceServer[];
      /** How many other people one browser can see; it prepares that many places when it joins. */
      readonly remoteSeats: number;
    }
  | { readonly kind: 'livekit'; readonly url: string; readonly token: string }
  | {
      readonly kind: 'openvidu';
      readonly token: string;
      /** For a connection of its own, because one connection sends one stream. */
      readonly screenToken: string;
    };

/** A message that the server starts, to be carried to one participant's browser. */
export interface OutgoingSignal {
  readonly roomId: string;
  readonly participantId: string;
  readonly message: unknown;
}

/** A message of the media server as it came over HTTP. */
export interface RawWebhook {
  readonly body: string;
  /** Its `Authorization` header. */
  readonly authorization: string | undefined;
}

export interface ReadWebhook {
  /** The same for a message that comes again. */
  readonly id: string;
  /** The room it is about, if any. */
  readonly roomId: string | null;
  readonly events: readonly MediaEvent[];
}

/** What is to be recorded, and of whom. */
export interface RecordingOrder {
  readonly recordingId: string;
  /** Counts the starts within one recording: after a restart the next one goes on where the last broke off. */
  readonly segment: number;
  /** How long the recording has been going on when this start is made; zero for the first. */
  readonly elapsedMs: number;
  /** Everybody who agreed; nobody else is recorded. */
  readonly people: readonly string[];
  /** Null keeps everything; else only the newest part is held, and only in memory until it is asked to be kept. */
  readonly windowSeconds: number | null;
}

/** A recording by the media server's own name for it; kept by whoever started it. */
export interface RecordingHandle {
  readonly roomId: string;
  readonly recordingId: string;
  /** What each start gave back, in order. */
  readonly refs: readonly string[];
}

export interface RecorderReport {
  /** `unknown`: there is no such recording (any more), as after a restart of the media server. */
  readonly state: 'taking' | 'failed' | 'unknown';
  /** Pictures and packets of sound kept so far; a start is believed when there are some. */
  readonly frames: number;
  readonly broken: number;
  /** How long ago the last of them came; null before the first. */
  readonly lastMediaAgoMs: number | null;
  readonly failure: string | null;
}

/** How busy a media server inside this process is. */
export interface MediaLoad {
  readonly rooms: number;
  /** How late its thread was since it was asked last. */
  readonly delayP50Ms: number;
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

/**
 * Live video behind one face: what the sessions module asks of a media server.
 *
 * Opening, admitting, removing and closing may be repeated without harm. Whoever was not admitted
 * cannot signal. Listeners are told in the order in which things were seen.
 */
export interface VideoPort {
  readonly kind: 'embedded' | 'livekit' | 'openvidu';

  /** Null while nothing runs here; servers of their own have figures of their own. */
  load?(): Promise<MediaLoad | null>;
  openRoom(roomId: string): Promise<void>;
  /** Everybody in it is disconnected, told, and forgotten. Closing a room that is not open is nothing. */
  closeRoom(roomId: string): Promise<void>;
  /** @throws MediaRoomNotOpenError, MediaRoomFullError */
  admit(roomId: string, participantId: string): Promise<JoinTicket>;
  /**
   * Embedded only: carries one message of the browser's connector in and its answer out.
   * @throws MediaRoomNotOpenError, NotAdmittedError, BadSignalError, VideoUnavailableError
   */
  signal(roomId: string, participantId: string, message: unknown): Promise<unknown>;
  /** Takes the seat away: disconnected, told, and no longer admitted. */
  remove(roomId: string, participantId: string): Promise<void>;
  /**
   * The polling source: everybody in the room, and whoever of those `asked` about was let in and is not there.
   * Empty when the room is not open.
   */
  participants(roomId: string, asked?: readonly string[]): Promise<ParticipantStatus[]>;
  /**
   * Embedded only: a demo participant made by the server; `look` picks one of the drawn figures, round and round.
   * @throws VideoUnavailableError
   */
  joinGenerated(roomId: string, participantId: string, look: number): Promise<void>;

  /**
   * Begins to record what the named people send from now on. That it was begun is not that it works: see `recordingReport`.
   *
   * @returns the media server's own names for it
   * @throws MediaRoomNotOpenError, VideoUnavailableError
   */
  startRecording(roomId: string, order: RecordingOrder): Promise<readonly string[]>;
  /** How a recording is doing; by polling, because no media server is trusted to say that it failed. */
  recordingReport(handle: RecordingHandle): Promise<RecorderReport>;
  /**
   * From when it answers nothing more is recorded. May be repeated, also when the room is closed.
   *
   * @param keeps false throws away what was only held in memory
   */
  stopRecording(handle: RecordingHandle, keeps: boolean): Promise<void>;
  /**
   * Brings what was recorded to this machine, as `recording-files.ts` describes it. Only after `stopRecording`.
   *
   * @returns the folder
   * @throws VideoUnavailableError while the media server does not give it out
   */
  fetchRecording(handle: RecordingHandle): Promise<string>;
  /** Deletes what the media server and that folder have of it; may be repeated. */
  forgetRecording(handle: RecordingHandle): Promise<void>;

  /**
   * Checks where a message comes from and puts it in our words. It is a hint: polling has the last word.
   * @throws UnverifiedWebhookError; the embedded server sends none, so that all are refused
   */
  readWebhook(webhook: RawWebhook): Promise<ReadWebhook>;

  onEvent(listener: (event: MediaEvent) => void): () => void;
  onSignal(listener: (signal: OutgoingSignal) => void): () => void;
  close(): Promise<void>;
}
