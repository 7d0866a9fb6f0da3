import { open, type FileHandle } from 'node:fs/promises';
import { element, ID, idBytes, uint } from './ebml.js';
import {
  closedSegment,
  cluster,
  fileHead,
  info,
  type MediaFrame,
  openSegment,
  type PictureTrack,
  type SoundTrack,
  TRACK_NUMBER,
  type TrackKind,
  tracks,
} from './webm-parts.js';

/** A cluster holds this much at most: what seeking lands on, and what a killed writer loses. */
const CLUSTER_MS_MAX = 1_000;
const CLUSTER_BYTES_MAX = 1 << 20;

/** Where parts of the file stand that are written again at the end. */
interface Head {
  readonly segmentAt: number;
  readonly infoAt: number;
  readonly bytes: number;
}

interface Cue {
  readonly atMs: number;
  /** From the beginning of the segment's content. */
  readonly clusterAt: number;
}

/**
 * Writes a WebM file piece by piece, each piece whole. A file whose writer was killed lacks its length and the list of
 * places to seek to, and is readable up to its last piece; `finish` fills both in.
 */
export class WebmWriter {
  private blocks: [TrackKind, MediaFrame][] = [];
  private bytesWaiting = 0;
  private readonly cues: Cue[] = [];
  private written: number;

  private constructor(
    private readonly file: FileHandle,
    private readonly head: Head,
    private readonly cueTrack: TrackKind,
  ) {
    this.written = head.bytes;
  }

  /** @param durationMs null when it is not known yet: then there is no `finish` */
  static async create(
    path: string,
    trackList: readonly (PictureTrack | SoundTrack)[],
    durationMs: number | null,
  ): Promise<WebmWriter> {
    const file = await open(path, 'w');
    const before = fileHead();
    const segment = openSegment();
    // The place of the cues is known at the end; they stand behind everything else, and this points at them.
    const pointer = seekHead(0);
    const infoBytes = info(durationMs);
    const bytes = Buffer.concat([before, segment, pointer, infoBytes, tracks(...trackList)]);
    await file.write(bytes);
    const head = {
      segmentAt: before.length,
      infoAt: before.length + segment.length,
      bytes: bytes.length,
    };
    const hasPictures = trackList.some(({ kind }) => kind === 'picture');
    return new WebmWriter(file, head, hasPictures ? 'picture' : 'sound');
  }

  /** Frames of both tracks in the order of their times. */
  async add(track: TrackKind, frame: MediaFrame): Promise<void> {
    const first = this.blocks[0]?.[1];
    const startsNew = track === 'picture' && frame.isKey;
    const isFull =
      first !== undefined &&
      (startsNew ||
        frame.atMs - first.atMs >= CLUSTER_MS_MAX ||
        this.bytesWaiting > CLUSTER_BYTES_MAX);
    if (isFull) await this.flush();
    this.blocks.push([track, frame]);
    this.bytesWaiting += frame.data.byteLength;
  }

  /** Puts what is waiting into the file. */
  async flush(): Promise<void> {
    const { blocks } = this;
    const first = blocks[0];
    if (!first) return;
    this.blocks = [];
    this.bytesWaiting = 0;
    const [track, frame] = first;
    // Seeking in pictures lands on one that needs none before it.
    if (track === this.cueTrack && frame.isKey)
      this.cues.push({ atMs: frame.atMs, clusterAt: this.written - this.contentAt });
    const bytes = cluster(blocks);
    await this.file.write(bytes);
    this.written += bytes.length;
  }

  /** Ends a file whose length was known: fills in what a player needs to seek. @returns its bytes */
  async finish(): Promise<number> {
    await this.flush();
    const cuesAt = this.written - this.contentAt;
    const cues = element(ID.cues, ...this.cues.map((cue) => cuePoint(this.cueTrack, cue)));
    await this.file.write(cues);
    this.written += cues.length;
    const { segmentAt, infoAt } = this.head;
    const contentBytes = this.written - this.contentAt;
    await this.file.write(closedSegment(contentBytes), 0, null, segmentAt);
    await this.file.write(seekHead(cuesAt), 0, null, infoAt);
    await this.file.sync();
    await this.file.close();
    return this.written;
  }

  /** Ends a file that is read by us alone, and as it is. */
  async close(): Promise<void> {
    await this.flush();
    await this.file.close();
  }

  /** Places in the file are told from here. */
  private get contentAt(): number {
    return this.head.infoAt;
  }
}

/** Always of one length, so that it can be written again over itself. */
function seekHead(cuesAt: number): Buffer {
  return element(
    ID.seekHead,
    element(ID.seek, element(ID.seekId, idBytes(ID.cues)), uint(ID.seekPosition, cuesAt, 8)),
  );
}

function cuePoint(track: TrackKind, { atMs, clusterAt }: Cue): Buffer {
  return element(
    ID.cuePoint,
    uint(ID.cueTime, atMs),
    element(
      ID.cueTrackPositions,
      uint(ID.cueTrack, TRACK_NUMBER[track]),
      uint(ID.cueClusterPosition, clusterAt),
    ),
  );
}
