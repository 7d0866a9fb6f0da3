import { rawFolder } from '../../recording-files.js';
import type { RecorderReport, RecordingOrder } from '../../video-port.js';
import type { Room } from '../room.js';
import { SfuRefusal } from '../sfu-refusal.js';
import { FileKeeper } from './file-keeper.js';
import type { FrameKeeper } from './frame-keeper.js';
import { RoomRecorder } from './room-recorder.js';
import { WindowKeeper } from './window-keeper.js';

const UNKNOWN: RecorderReport = {
  state: 'unknown',
  frames: 0,
  broken: 0,
  lastMediaAgoMs: null,
  failure: null,
};

/** Every recording that is being made, by its id; one outlives its room until it is stopped. */
export class Recorders {
  private readonly running = new Map<string, { recorder: RoomRecorder; room: Room }>();

  constructor(
    private readonly root: string | null,
    private readonly monotonicMs: () => number,
  ) {}

  /** The same start again is the first one. @throws SfuRefusal */
  start(room: Room, order: RecordingOrder): Promise<void> {
    if (this.root === null) throw new SfuRefusal('no_recorder', order.recordingId);
    if (this.running.has(order.recordingId)) return Promise.resolve();
    const files = fileKeeperFor(rawFolder(this.root, order.recordingId), order.segment);
    const keeper =
      order.windowSeconds === null ? files() : new WindowKeeper(1000 * order.windowSeconds, files);
    const recorder = new RoomRecorder(order, keeper, this.monotonicMs);
    this.running.set(order.recordingId, { recorder, room });
    room.tap(recorder);
    return Promise.resolve();
  }

  report(recordingId: string): RecorderReport {
    return this.running.get(recordingId)?.recorder.report() ?? UNKNOWN;
  }

  async stop(recordingId: string, keeps: boolean): Promise<void> {
    const entry = this.running.get(recordingId);
    if (!entry) return;
    this.running.delete(recordingId);
    entry.room.untap(entry.recorder);
    await entry.recorder.stop(keeps);
  }

  tick(): void {
    for (const { recorder } of this.running.values()) recorder.tick();
  }

  /** The program ends: what is on disk is made whole; what was only held in memory is gone. */
  async close(): Promise<void> {
    await Promise.all([...this.running.keys()].map((id) => this.stop(id, false)));
  }
}

function fileKeeperFor(folder: string, segment: number): () => FrameKeeper {
  return () => new FileKeeper(folder, segment);
}
