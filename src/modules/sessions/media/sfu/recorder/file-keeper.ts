import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOfJournal, nameOfTrack } from '../../recording-files.js';
import { WebmWriter } from '../../webm/webm-writer.js';
import { type FrameKeeper, type FrameSource, keyOf, type KeptFrame } from './frame-keeper.js';

interface OpenTrack {
  readonly from: FrameSource;
  waiting: KeptFrame[];
  writer: WebmWriter | null;
}

/** Writes every frame to disk within about a second; what was written survives a crash. */
export class FileKeeper implements FrameKeeper {
  private readonly open = new Map<string, OpenTrack>();
  private notes = '';
  private last: Promise<void>;

  constructor(
    private readonly folder: string,
    private readonly segment: number,
  ) {
    this.last = mkdir(folder, { recursive: true }).then(() => undefined);
    this.last.catch(() => undefined); // heard with the next flush
  }

  keep(from: FrameSource, frame: KeptFrame): void {
    const key = keyOf(from);
    const track = this.open.get(key) ?? { from, waiting: [], writer: null };
    this.open.set(key, track);
    track.waiting.push(frame);
  }

  note(line: string): void {
    this.notes += `${line}\n`;
  }

  flush(): Promise<void> {
    this.last = this.last.then(() => this.writeAll());
    return this.last;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      for (const { writer } of this.open.values()) await writer?.close();
    }
  }

  private async writeAll(): Promise<void> {
    const { notes } = this;
    this.notes = '';
    if (notes !== '') await appendFile(join(this.folder, nameOfJournal(this.segment)), notes);
    for (const track of this.open.values()) await this.write(track);
  }

  private async write(track: OpenTrack): Promise<void> {
    const frames = track.waiting;
    track.waiting = [];
    const [first] = frames;
    if (!first) return;
    track.writer ??= await this.create(track.from, first);
    const kind = track.from.source === 'microphone' ? 'sound' : 'picture';
    for (const frame of frames) await track.writer.add(kind, frame);
    await track.writer.flush();
  }

  private create(from: FrameSource, { size }: KeptFrame): Promise<WebmWriter> {
    const path = join(this.folder, nameOfTrack({ ...from, segment: this.segment }));
    const { width, height } = size ?? { width: 0, height: 0 };
    const track =
      from.source === 'microphone'
        ? ({ kind: 'sound' } as const)
        : ({ kind: 'picture', width, height } as const);
    return WebmWriter.create(path, [track], null);
  }
}
