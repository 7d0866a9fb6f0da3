import { networkInterfaces } from 'node:os';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { readBrowserSignal, type SignalReply } from '../embedded-signal.js';
import type {
  MediaEvent,
  MediaLoad,
  OutgoingSignal,
  ParticipantStatus,
  RecorderReport,
  RecordingOrder,
} from '../video-port.js';
import { OfferRefused } from './browser-seat.js';
import { GeneratedPlayers } from './generated-players.js';
import { Recorders } from './recorder/recorders.js';
import { Room, type RoomSurroundings } from './room.js';
import { SfuRefusal } from './sfu-refusal.js';

export interface SfuOptions {
  /** The address under which the internet reaches this machine; null on a laptop or a LAN. */
  readonly publicAddress: string | null;
  /** UDP ports to use, both ends included; null leaves the choice to the system. */
  readonly portRange: readonly [number, number] | null;
  /** Folder for recordings while they are made; null where nothing is recorded. */
  readonly recordingsDir: string | null;
}

export interface SfuListeners {
  readonly onEvent: (event: MediaEvent) => void;
  readonly onSignal: (signal: OutgoingSignal) => void;
}

const TICK_MS = 500;
/** How finely lateness is looked at; what is measured is never below it. */
const DELAY_RESOLUTION_MS = 10;
const BUDGET_EVERY_TICKS = 2;
const QUALITY_EVERY_TICKS = 10;

/** Selective forwarding: takes packets from whoever sends and hands copies to whoever watches. */
export class Sfu {
  private readonly rooms = new Map<string, Room>();
  private readonly players = new GeneratedPlayers(monotonicMs);
  private readonly recorders: Recorders;
  private readonly ticker: NodeJS.Timeout;
  private readonly delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  private ticks = 0;
  private lastTask: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: SfuOptions,
    private readonly listeners: SfuListeners,
  ) {
    this.recorders = new Recorders(options.recordingsDir, monotonicMs);
    this.delay.enable();
    this.ticker = setInterval(() => this.tick(), TICK_MS);
  }

  openRoom(roomId: string): void {
    if (!this.rooms.has(roomId)) this.rooms.set(roomId, new Room(roomId, this.around(roomId)));
  }

  async closeRoom(roomId: string): Promise<void> {
    const room = this.rooms.get(roomId);
    this.rooms.delete(roomId);
    await room?.close();
  }

  admit(roomId: string, participantId: string): void {
    this.room(roomId).admit(participantId);
  }

  async signal(roomId: string, participantId: string, message: unknown): Promise<SignalReply> {
    const room = this.room(roomId);
    const read = readBrowserSignal(message);
    if (!read.ok) throw new SfuRefusal('bad_signal', read.refusal);
    try {
      return await room.hear(participantId, read.value);
    } catch (error) {
      if (error instanceof OfferRefused) throw new SfuRefusal('bad_signal', error.message);
      throw error;
    }
  }

  async remove(roomId: string, participantId: string): Promise<void> {
    await this.rooms.get(roomId)?.remove(participantId, 'removed');
  }

  participants(roomId: string): ParticipantStatus[] {
    return this.rooms.get(roomId)?.statuses() ?? [];
  }

  joinGenerated(roomId: string, participantId: string, look: number): void {
    this.room(roomId).seatAtOnce(participantId, (events) => this.players.seat(look, events));
  }

  startRecording(roomId: string, order: RecordingOrder): Promise<void> {
    return this.recorders.start(this.room(roomId), order);
  }

  recordingReport(recordingId: string): RecorderReport {
    return this.recorders.report(recordingId);
  }

  stopRecording(recordingId: string, keeps: boolean): Promise<void> {
    return this.recorders.stop(recordingId, keeps);
  }

  /** How many rooms there are, and how late packets were handled since this was asked last. */
  load(): MediaLoad {
    const late = (ns: number): number => Math.max(0, ns / 1e6 - DELAY_RESOLUTION_MS);
    const load = {
      rooms: this.rooms.size,
      delayP50Ms: late(this.delay.percentile(50)),
      delayP99Ms: late(this.delay.percentile(99)),
      delayMaxMs: late(this.delay.max),
    };
    this.delay.reset();
    return load;
  }

  async close(): Promise<void> {
    clearInterval(this.ticker);
    this.delay.disable();
    await this.recorders.close();
    await Promise.all([...this.rooms.keys()].map((roomId) => this.closeRoom(roomId)));
  }

  private room(roomId: string): Room {
    const room = this.rooms.get(roomId);
    if (room === undefined) throw new SfuRefusal('room_not_open', roomId);
    return room;
  }

  private tick(): void {
    this.ticks += 1;
    this.recorders.tick();
    for (const room of this.rooms.values()) {
      room.checkLines();
      if (this.ticks % BUDGET_EVERY_TICKS === 0) room.shareBudgets();
      if (this.ticks % QUALITY_EVERY_TICKS === 0) room.measureQuality();
    }
  }

  private around(roomId: string): RoomSurroundings {
    return {
      network: {
        addresses: () => reachableAddresses(this.options.publicAddress),
        portRange: this.options.portRange,
        monotonicMs,
      },
      wallClockMs: Date.now,
      announce: this.listeners.onEvent,
      tell: (participantId, message) => this.listeners.onSignal({ roomId, participantId, message }),
      oneAtATime: (work) => this.oneAtATime(work),
    };
  }

  private async oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.lastTask.then(work, work);
    this.lastTask = mine.catch(() => undefined);
    return await mine;
  }
}

function monotonicMs(): number {
  return performance.now();
}

/** The public address first, then the local network's, then loopback for pages on this machine. */
function reachableAddresses(publicAddress: string | null): string[] {
  const local = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal, address }) => {
      return family === 'IPv4' && !internal && !address.startsWith('169.254.');
    })
    .map(({ address }) => address);
  const all = [...(publicAddress === null ? [] : [publicAddress]), ...local, '127.0.0.1'];
  return [...new Set(all)];
}
