import { type FrameKeeper, type FrameSource, keyOf, type KeptFrame } from './frame-keeper.js';

/** Holds the newest frames in memory and forgets the rest; nothing touches the disk unless it is asked to keep. */
export class WindowKeeper implements FrameKeeper {
  private readonly held = new Map<string, { readonly from: FrameSource; frames: KeptFrame[] }>();
  private newestMs = 0;
  private notes: string[] = [];

  /** @param makeFiles where the frames go if they are to be kept */
  constructor(
    private readonly windowMs: number,
    private readonly makeFiles: () => FrameKeeper,
  ) {}

  keep(from: FrameSource, frame: KeptFrame): void {
    const track = this.held.get(keyOf(from)) ?? { from, frames: [] };
    this.held.set(keyOf(from), track);
    track.frames.push(frame);
    this.newestMs = Math.max(this.newestMs, frame.atMs);
  }

  note(line: string): void {
    this.notes.push(line);
  }

  flush(): Promise<void> {
    const fromMs = this.newestMs - this.windowMs;
    for (const track of this.held.values()) {
      const kept = track.frames.findIndex(({ atMs }) => atMs >= fromMs);
      track.frames = kept < 0 ? [] : track.frames.slice(kept);
    }
    return Promise.resolve();
  }

  async close(keeps: boolean): Promise<void> {
    await this.flush();
    if (keeps) await this.writeDown();
    this.held.clear();
    this.notes = [];
  }

  private async writeDown(): Promise<void> {
    const files = this.makeFiles();
    for (const line of this.notes) files.note(line);
    for (const { from, frames } of this.held.values()) {
      // Never more than the window: what is before its first key picture cannot be shown.
      const begin = frames.findIndex(({ isKey }) => isKey);
      if (begin >= 0) for (const frame of frames.slice(begin)) files.keep(from, frame);
    }
    await files.close(true);
  }
}
