import type { SourceStates } from '../embedded-signal.js';
import type { MediaKindSent } from '../video-port.js';
import { nearestKeyPicture, type MediaLoop } from './media-loop.js';
import type { Seat, SeatEvents } from './seat.js';
import { Uplink } from './uplink.js';
import { payloadsOfFrame } from './vp8.js';

export interface GeneratedSeatParts {
  readonly seatId: string;
  readonly loop: MediaLoop;
  readonly sources: SourceStates;
  readonly events: SeatEvents;
  /** Where the numbers of both streams begin. */
  readonly startAt: { readonly sequence: number; readonly timestamp: number };
  readonly nowMs: () => number;
  readonly onClose: () => void;
}

const SOUND_MS = 20;
const SOUND_TICKS = 960;
const PICTURE_TICKS_A_SECOND = 90_000;
/** After a pause longer than this (a suspended laptop) playing goes on from now. */
const BEHIND_MS_MAX = 500;

/** A participant without a browser: plays its loop into ordinary uplinks, as any sender would. */
export class GeneratedSeat implements Seat {
  readonly downlinks = [];
  readonly uplinks: Readonly<Record<MediaKindSent, Uplink>>;
  readonly seatId: string;
  sources: SourceStates;
  lastPacketMs: number;

  private readonly loop: MediaLoop;
  private readonly pictureMs: number;
  private readonly sound: Stream;
  private readonly picture: Stream;
  private pictureNumber = 0;
  private wantsKey = false;

  constructor(private readonly parts: GeneratedSeatParts) {
    this.seatId = parts.seatId;
    this.loop = parts.loop;
    this.sources = parts.sources;
    this.lastPacketMs = parts.nowMs();
    this.pictureMs = 1000 / this.loop.framesPerSecond;
    const { sequence, timestamp } = parts.startAt;
    this.sound = { position: 0, sequence, timestamp, dueMs: this.lastPacketMs };
    this.picture = { position: 0, sequence, timestamp, dueMs: this.lastPacketMs };
    this.uplinks = {
      microphone: this.makeUplink('microphone', () => undefined),
      camera: this.makeUplink('camera', () => (this.wantsKey = true)),
      screen: this.makeUplink('screen', () => undefined),
    };
  }

  /** Sends everything that is due at this moment. */
  playUntil(nowMs: number): void {
    for (const stream of [this.sound, this.picture]) {
      if (nowMs - stream.dueMs > BEHIND_MS_MAX) stream.dueMs = nowMs;
    }
    while (this.sound.dueMs <= nowMs) this.playSound();
    while (this.picture.dueMs <= nowMs) this.playPicture();
    this.lastPacketMs = nowMs;
  }

  downLossPercent(): null {
    return null;
  }

  limitSending(): void {
    // The loop has one size, small enough for any line that carries video at all.
  }

  line(): null {
    return null;
  }

  close(): Promise<void> {
    this.parts.onClose();
    return Promise.resolve();
  }

  private playSound(): void {
    const payload = this.loop.sounds[this.sound.position];
    if (payload !== undefined) this.send(this.uplinks.microphone, this.sound, payload, true);
    this.sound.position = (this.sound.position + 1) % this.loop.sounds.length;
    this.sound.timestamp = (this.sound.timestamp + SOUND_TICKS) >>> 0;
    this.sound.dueMs += SOUND_MS;
  }

  private playPicture(): void {
    if (this.wantsKey) {
      this.picture.position = nearestKeyPicture(this.loop, this.picture.position);
      this.wantsKey = false;
    }
    const frame = this.loop.pictures[this.picture.position];
    const payloads = frame ? payloadsOfFrame(frame.data, this.pictureNumber) : [];
    payloads.forEach((payload, index) => {
      this.send(this.uplinks.camera, this.picture, payload, index === payloads.length - 1);
    });
    this.pictureNumber += 1;
    this.picture.position = (this.picture.position + 1) % this.loop.pictures.length;
    const ticks = PICTURE_TICKS_A_SECOND / this.loop.framesPerSecond;
    this.picture.timestamp = (this.picture.timestamp + ticks) >>> 0;
    this.picture.dueMs += this.pictureMs;
  }

  private send(uplink: Uplink, stream: Stream, payload: Buffer, marker: boolean): void {
    const { sequence: sequenceNumber, timestamp } = stream;
    uplink.deliver({ sequenceNumber, timestamp, marker, payload });
    stream.sequence = (stream.sequence + 1) & 0xffff;
  }

  private makeUplink(source: MediaKindSent, askForKeyFrame: () => void): Uplink {
    const uplink = new Uplink(source, askForKeyFrame);
    uplink.onLive = () => this.parts.events.onSourceLive(source);
    return uplink;
  }
}

interface Stream {
  position: number;
  sequence: number;
  timestamp: number;
  dueMs: number;
}
