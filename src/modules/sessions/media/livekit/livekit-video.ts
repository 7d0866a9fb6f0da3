import {
  AccessToken,
  type ParticipantInfo,
  ParticipantInfo_State,
  RoomServiceClient,
  TrackSource,
  WebhookReceiver,
} from 'livekit-server-sdk';
import {
  BadSignalError,
  MediaRoomNotOpenError,
  UnverifiedWebhookError,
  VideoUnavailableError,
} from '../media.errors.js';
import type {
  JoinTicket,
  MediaEvent,
  OutgoingSignal,
  ParticipantStatus,
  RawWebhook,
  ReadWebhook,
  RecorderReport,
  VideoPort,
} from '../video-port.js';
import { KIND_OF_SOURCE, mediaEventsOf } from './livekit-webhook.js';

export interface LiveKitVideoOptions {
  /** Where rooms are asked for; http or https. */
  readonly apiUrl: string;
  /** Where browsers connect; ws or wss. */
  readonly browserUrl: string;
  readonly key: string;
  readonly secret: string;
  readonly nowMs: () => number;
}

/** A request that takes longer is given up; rooms are looked at again within seconds anyway. */
const REQUEST_SECONDS_MAX = 5;
/** Long enough to get from our page to the server; LiveKit renews the token of whoever is connected. */
const TOKEN_SECONDS = 600;
/** We close rooms ourselves; LiveKit may only tidy up what we have forgotten about. */
const EMPTY_ROOM_SECONDS = 24 * 3600;
const SEATS = 4;

/** Picture and sound carried by LiveKit or OpenVidu 3. Rooms are LiveKit's; nothing is remembered here but who was put out. */
export class LiveKitVideo implements VideoPort {
  readonly kind = 'livekit';

  private readonly rooms: RoomServiceClient;
  private readonly webhooks: WebhookReceiver;
  /** Rooms with those who were put out and not let in again: their token would still open the door. */
  private readonly putOut = new Map<string, Set<string>>();

  constructor(private readonly options: LiveKitVideoOptions) {
    const { apiUrl, key, secret } = options;
    this.rooms = new RoomServiceClient(apiUrl, key, secret, {
      requestTimeout: REQUEST_SECONDS_MAX,
      failover: false,
    });
    this.webhooks = new WebhookReceiver(key, secret);
  }

  async openRoom(roomId: string): Promise<void> {
    await reached(
      this.rooms.createRoom({
        name: roomId,
        emptyTimeout: EMPTY_ROOM_SECONDS,
        departureTimeout: EMPTY_ROOM_SECONDS,
        maxParticipants: SEATS,
      }),
    );
  }

  async closeRoom(roomId: string): Promise<void> {
    this.putOut.delete(roomId);
    await reached(unlessMissing(this.rooms.deleteRoom(roomId)));
  }

  async admit(roomId: string, participantId: string): Promise<JoinTicket> {
    if (!(await this.isOpen(roomId))) throw new MediaRoomNotOpenError(roomId);
    this.putOut.get(roomId)?.delete(participantId);
    const { key, secret, browserUrl } = this.options;
    const token = new AccessToken(key, secret, { identity: participantId, ttl: TOKEN_SECONDS });
    token.addGrant({
      room: roomId,
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE],
      // Chat and everything else that is said goes through our gateway, which checks and keeps it.
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    return { kind: 'livekit', url: browserUrl, token: await token.toJwt() };
  }

  /**
   * LiveKit records by egress, a service of its own that writes to a storage of its own. What it wrote could not be fetched,
   * checked and deleted from here, so nothing is begun: both are told that it could not be started.
   */
  startRecording(): Promise<readonly string[]> {
    return Promise.reject(new VideoUnavailableError('livekit has no recorder'));
  }

  recordingReport(): Promise<RecorderReport> {
    return Promise.reject(new VideoUnavailableError('livekit has no recorder'));
  }

  stopRecording(): Promise<void> {
    return Promise.resolve();
  }

  forgetRecording(): Promise<void> {
    return Promise.resolve();
  }

  fetchRecording(): Promise<string> {
    return Promise.reject(new VideoUnavailableError('livekit has no recorder'));
  }

  signal(): Promise<unknown> {
    return Promise.reject(new BadSignalError('livekit has signalling of its own'));
  }

  async remove(roomId: string, participantId: string): Promise<void> {
    const putOut = this.putOut.get(roomId) ?? new Set();
    this.putOut.set(roomId, putOut.add(participantId));
    await reached(unlessMissing(this.rooms.removeParticipant(roomId, participantId)));
  }

  async participants(roomId: string, asked: readonly string[] = []): Promise<ParticipantStatus[]> {
    const found = (await reached(unlessMissing(this.rooms.listParticipants(roomId)))) ?? [];
    // LiveKit does not tell an empty room from one that it has forgotten.
    if (found.length === 0 && !(await this.isOpen(roomId))) return [];
    const putOut = this.putOut.get(roomId);
    const isPutOut = ({ identity }: ParticipantInfo): boolean => putOut?.has(identity) ?? false;
    for (const { identity } of found.filter(isPutOut)) await this.remove(roomId, identity);
    const present = found.filter((one) => !isPutOut(one)).map((one) => this.statusOf(one));
    const missing = asked.filter((id) =>
      present.every(({ participantId }) => participantId !== id),
    );
    return [...present, ...missing.map(absent)];
  }

  joinGenerated(): Promise<void> {
    return Promise.reject(new VideoUnavailableError('livekit plays no generated participants'));
  }

  async readWebhook({ body, authorization }: RawWebhook): Promise<ReadWebhook> {
    const webhook = await this.webhooks.receive(body, authorization).catch((error: unknown) => {
      throw new UnverifiedWebhookError({ cause: error });
    });
    return mediaEventsOf(webhook);
  }

  /** Nothing is seen but by webhooks and polling. */
  onEvent(_listener: (event: MediaEvent) => void): () => void {
    return () => undefined;
  }

  onSignal(_listener: (signal: OutgoingSignal) => void): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async isOpen(roomId: string): Promise<boolean> {
    return (await reached(this.rooms.listRooms([roomId]))).length > 0;
  }

  private statusOf({ identity, state, tracks }: ParticipantInfo): ParticipantStatus {
    const connected = state === ParticipantInfo_State.ACTIVE;
    return {
      participantId: identity,
      connected,
      lastPacketAtMs: connected ? this.options.nowMs() : null,
      audioLossPercent: null,
      sources: tracks.flatMap(({ source }) => KIND_OF_SOURCE.get(source) ?? []),
    };
  }
}

function absent(participantId: string): ParticipantStatus {
  return {
    participantId,
    connected: false,
    lastPacketAtMs: null,
    audioLossPercent: null,
    sources: [],
  };
}

async function reached<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw new VideoUnavailableError('livekit did not answer', { cause: error });
  }
}

/** Null for a room or a participant that is not there (any more). */
async function unlessMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'not_found') return null;
    throw error;
  }
}
