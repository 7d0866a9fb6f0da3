import { rm } from 'node:fs/promises';
import type { DomainError } from '../../../shared/domain-error.js';
import { MediaThread, MediaThreadFailure } from './media-thread.js';
import {
  BadSignalError,
  MediaRoomFullError,
  MediaRoomNotOpenError,
  NotAdmittedError,
  SeatGoneError,
  UnverifiedWebhookError,
  VideoUnavailableError,
} from './media.errors.js';
import { rawFolder } from './recording-files.js';
import { RoomRoster } from './room-roster.js';
import { REMOTE_SEATS, ROOM_SEATS } from './sfu/layout.js';
import type { SfuOptions } from './sfu/sfu.js';
import { type TurnRelay, turnServers } from './turn.js';
import type {
  JoinTicket,
  MediaEvent,
  MediaLoad,
  OutgoingSignal,
  ParticipantStatus,
  ReadWebhook,
  RecorderReport,
  RecordingHandle,
  RecordingOrder,
  VideoPort,
} from './video-port.js';
import type { SfuAnswer, SfuArguments, SfuMethod } from './worker-protocol.js';

export interface VideoProblem {
  /** `crash`: the media thread ended and is started again; everybody reconnects by themselves. */
  readonly kind: 'problem' | 'crash';
  readonly detail: string;
}

export interface EmbeddedVideoOptions extends SfuOptions {
  readonly nowMs: () => number;
  readonly report: (problem: VideoProblem) => void;
  readonly turn?: TurnRelay;
}

/** Waiting before the media thread is started again, by how often it crashed lately. */
const RESTART_MS = [0, 500, 2_000, 5_000, 10_000];
/** A thread that ran this long has earned an immediate restart. */
const STEADY_MS = 60_000;

/**
 * Live video inside this process: an SFU on its own thread, started when it is first needed.
 *
 * If that thread dies, everybody connected is announced as disconnected, the thread is started again with
 * the same rooms and admissions, and every browser is told to join anew.
 */
export class EmbeddedVideo implements VideoPort {
  readonly kind = 'embedded';

  private readonly roster = new RoomRoster();
  private readonly eventListeners = new Set<(event: MediaEvent) => void>();
  private readonly signalListeners = new Set<(signal: OutgoingSignal) => void>();
  private thread: Promise<MediaThread> | null = null;
  private startedAtMs = 0;
  private crashes = 0;
  private isClosed = false;

  constructor(private readonly options: EmbeddedVideoOptions) {}

  async openRoom(roomId: string): Promise<void> {
    this.roster.open(roomId);
    await this.call(roomId, 'openRoom', roomId);
  }

  async closeRoom(roomId: string): Promise<void> {
    this.roster.close(roomId);
    if (this.thread !== null) await this.call(roomId, 'closeRoom', roomId);
  }

  async admit(roomId: string, participantId: string): Promise<JoinTicket> {
    await this.call(roomId, 'admit', roomId, participantId);
    this.roster.admit(roomId, participantId);
    // Every address of ours is in the answer; outside is only asked where a network lets no UDP through.
    const iceServers = turnServers(this.options.turn ?? null, participantId, this.options.nowMs());
    return { kind: 'embedded', roomId, participantId, iceServers, remoteSeats: REMOTE_SEATS };
  }

  async signal(roomId: string, participantId: string, message: unknown): Promise<unknown> {
    return await this.call(roomId, 'signal', roomId, participantId, message);
  }

  async remove(roomId: string, participantId: string): Promise<void> {
    this.roster.remove(roomId, participantId);
    if (this.thread !== null) await this.call(roomId, 'remove', roomId, participantId);
  }

  async participants(roomId: string): Promise<ParticipantStatus[]> {
    if (!this.roster.has(roomId)) return [];
    return await this.call(roomId, 'participants', roomId);
  }

  async joinGenerated(roomId: string, participantId: string, look: number): Promise<void> {
    await this.call(roomId, 'joinGenerated', roomId, participantId, look);
    this.roster.admit(roomId, participantId, look);
  }

  async startRecording(roomId: string, order: RecordingOrder): Promise<readonly string[]> {
    await this.call(roomId, 'startRecording', roomId, order);
    return [];
  }

  recordingReport({ roomId, recordingId }: RecordingHandle): Promise<RecorderReport> {
    return this.call(roomId, 'recordingReport', recordingId);
  }

  async stopRecording({ roomId, recordingId }: RecordingHandle, keeps: boolean): Promise<void> {
    if (this.thread !== null) await this.call(roomId, 'stopRecording', recordingId, keeps);
  }

  fetchRecording({ recordingId }: RecordingHandle): Promise<string> {
    const { recordingsDir } = this.options;
    return recordingsDir === null
      ? Promise.reject(new VideoUnavailableError('no_recorder'))
      : Promise.resolve(rawFolder(recordingsDir, recordingId));
  }

  async forgetRecording({ recordingId }: RecordingHandle): Promise<void> {
    const { recordingsDir } = this.options;
    if (recordingsDir !== null)
      await rm(rawFolder(recordingsDir, recordingId), { recursive: true, force: true });
  }

  async load(): Promise<MediaLoad | null> {
    return this.thread === null ? null : this.call('', 'load');
  }

  readWebhook(): Promise<ReadWebhook> {
    return Promise.reject(new UnverifiedWebhookError());
  }

  onEvent(listener: (event: MediaEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  onSignal(listener: (signal: OutgoingSignal) => void): () => void {
    this.signalListeners.add(listener);
    return () => this.signalListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const running = this.thread;
    this.thread = null;
    await (await running?.catch(() => undefined))?.close();
  }

  private async call<M extends SfuMethod>(
    roomId: string,
    method: M,
    ...args: SfuArguments<M>
  ): Promise<SfuAnswer<M>> {
    if (this.isClosed) throw new VideoUnavailableError('closed');
    const thread = await (this.thread ??= Promise.resolve(this.start()));
    try {
      return await thread.call(method, ...args);
    } catch (error) {
      throw error instanceof MediaThreadFailure ? domainErrorOf(error, roomId) : error;
    }
  }

  private start(): MediaThread {
    this.startedAtMs = this.options.nowMs();
    const { publicAddress, portRange, recordingsDir, report } = this.options;
    return new MediaThread(
      { publicAddress, portRange, recordingsDir },
      {
        onEvent: (event) => this.announce(event),
        onSignal: (signal) => this.pass(signal),
        onProblem: (detail) => report({ kind: 'problem', detail }),
        onCrash: (reason) => this.restart(reason),
      },
    );
  }

  private restart(reason: string): void {
    this.options.report({ kind: 'crash', detail: reason });
    const nowMs = this.options.nowMs();
    this.crashes = nowMs - this.startedAtMs > STEADY_MS ? 0 : this.crashes + 1;
    for (const { roomId, participantId } of this.roster.connected()) {
      this.announce({ kind: 'disconnected', roomId, participantId, atMs: nowMs });
    }
    if (this.isClosed) return;
    const delayMs = RESTART_MS[Math.min(this.crashes, RESTART_MS.length - 1)] ?? 0;
    this.thread = new Promise((resolve) => {
      setTimeout(resolve, delayMs).unref();
    }).then(() => this.startWithRooms());
  }

  private startWithRooms(): MediaThread {
    const thread = this.start();
    // Messages keep their order, so nothing has to be awaited before the browsers come back.
    const again = (work: Promise<unknown>): void => {
      work.catch((error: unknown) => {
        this.options.report({ kind: 'problem', detail: `room not restored: ${String(error)}` });
      });
    };
    for (const { roomId, people } of this.roster.rooms()) {
      again(thread.call('openRoom', roomId));
      for (const { participantId, look } of people) {
        if (look !== null) again(thread.call('joinGenerated', roomId, participantId, look));
        else {
          again(thread.call('admit', roomId, participantId));
          this.pass({ roomId, participantId, message: { type: 'rejoin' } });
        }
      }
    }
    return thread;
  }

  private announce(event: MediaEvent): void {
    this.roster.note(event);
    for (const listener of this.eventListeners) listener(event);
  }

  private pass(signal: OutgoingSignal): void {
    for (const listener of this.signalListeners) listener(signal);
  }
}

function domainErrorOf(failure: MediaThreadFailure, roomId: string): DomainError {
  switch (failure.code) {
    case 'room_not_open':
      return new MediaRoomNotOpenError(roomId);
    case 'room_full':
      return new MediaRoomFullError(roomId, ROOM_SEATS);
    case 'not_admitted':
      return new NotAdmittedError(roomId);
    case 'bad_signal':
      return new BadSignalError(failure.detail, { cause: failure });
    case 'seat_gone':
      return new SeatGoneError(roomId);
    case 'no_recorder':
    case 'thread_gone':
    case 'broken':
      return new VideoUnavailableError(failure.code, { cause: failure });
  }
}
