import type { JournalLine } from '../../recording-files.js';
import type { RecorderReport, RecordingOrder } from '../../video-port.js';
import type { RoomFeed, RoomTap } from '../room-tap.js';
import { type FrameKeeper, keyOf } from './frame-keeper.js';
import { TrackRecorder } from './track-recorder.js';

/** Seeking lands on key pictures; one costs about as much as ten others. */
const KEY_EVERY_MS = 4_000;
const FLUSH_EVERY_MS = 900;

/** Records the people it was told of, each source by itself, for as long as they are in the room. */
export class RoomRecorder implements RoomTap {
  private readonly tracks = new Map<string, TrackRecorder>();
  private readonly on = new Set<string>();
  private readonly offsetMs: number;
  private failure: string | null = null;
  private lastMediaMs: number | null = null;
  private keyAskedMs = 0;
  private flushedMs = 0;

  constructor(
    private readonly order: RecordingOrder,
    private readonly keeper: FrameKeeper,
    private readonly monotonicMs: () => number,
  ) {
    // No wall clock: one that is set meanwhile would tear the recording.
    this.offsetMs = order.elapsedMs - monotonicMs();
    this.note({ kind: 'began', atMs: this.nowMs(), segment: order.segment });
  }

  follow(feeds: readonly RoomFeed[]): void {
    const wanted = feeds.filter(({ personId }) => this.order.people.includes(personId));
    const keys = new Set(wanted.map(keyOf));
    for (const [key, track] of this.tracks) if (!keys.has(key)) this.switchOff(key, track);
    for (const feed of wanted) {
      const { personId, source, uplink } = feed;
      const track = this.tracks.get(keyOf(feed)) ?? this.makeTrack({ personId, source });
      track.tune(uplink);
      if (this.on.has(keyOf(feed))) continue;
      this.on.add(keyOf(feed));
      this.note({ kind: 'on', atMs: this.nowMs(), personId, source });
    }
  }

  /** Twice a second. */
  tick(): void {
    const nowMs = this.nowMs();
    if (nowMs - this.keyAskedMs >= KEY_EVERY_MS) {
      this.keyAskedMs = nowMs;
      for (const track of this.tracks.values()) track.wantKeyFrame();
    }
    if (nowMs - this.flushedMs < FLUSH_EVERY_MS || this.failure !== null) return;
    this.flushedMs = nowMs;
    this.keeper.flush().catch((error: unknown) => this.fail(error));
  }

  report(): RecorderReport {
    const all = [...this.tracks.values()];
    return {
      state: this.failure === null ? 'taking' : 'failed',
      frames: all.reduce((sum, { frameCount }) => sum + frameCount, 0),
      broken: all.reduce((sum, { brokenCount }) => sum + brokenCount, 0),
      lastMediaAgoMs: this.lastMediaMs === null ? null : this.nowMs() - this.lastMediaMs,
      failure: this.failure,
    };
  }

  async stop(keeps: boolean): Promise<void> {
    this.follow([]);
    await this.keeper.close(keeps);
  }

  private makeTrack(from: { personId: string; source: RoomFeed['source'] }): TrackRecorder {
    const track: TrackRecorder = new TrackRecorder(from, {
      nowMs: () => this.nowMs(),
      monotonicMs: this.monotonicMs,
      keep: (frame) => {
        this.lastMediaMs = this.nowMs();
        this.keeper.keep(from, frame);
      },
    });
    this.tracks.set(keyOf(from), track);
    return track;
  }

  private switchOff(key: string, track: TrackRecorder): void {
    track.tune(null);
    if (!this.on.delete(key)) return;
    this.note({ kind: 'off', atMs: this.nowMs(), ...track.from });
  }

  private fail(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    this.failure = `write_${code.toLowerCase()}`;
  }

  private note(line: JournalLine): void {
    this.keeper.note(JSON.stringify(line));
  }

  private nowMs(): number {
    return Math.max(0, Math.round(this.monotonicMs() + this.offsetMs));
  }
}
