import { element, float, ID, sizeBytesOf, text, uint, UNKNOWN_SIZE, idBytes } from './ebml.js';

/** One encoded picture or one packet of sound, at its place in the recording. */
export interface MediaFrame {
  /** Milliseconds from the beginning of the recording. */
  readonly atMs: number;
  /** A picture that needs none before it; every packet of sound is one. */
  readonly isKey: boolean;
  readonly data: Uint8Array;
}

export interface PictureTrack {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
}

export interface SoundTrack {
  readonly kind: 'sound';
}

export type TrackKind = (PictureTrack | SoundTrack)['kind'];

/** One Opus packet of 20 ms in which nothing is heard. */
export const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

export const SOUND_MS = 20;

/** Numbers of the tracks in every file; 0 is none in Matroska. */
export const TRACK_NUMBER = { picture: 1, sound: 2 } as const satisfies Record<TrackKind, number>;

/** What Opus decoders warm up with: 80 ms, in nanoseconds. */
const OPUS_PREROLL_NS = 80_000_000;

export function fileHead(): Buffer {
  return element(
    ID.ebml,
    uint(ID.ebmlVersion, 1),
    uint(ID.ebmlReadVersion, 1),
    uint(ID.ebmlMaxIdLength, 4),
    uint(ID.ebmlMaxSizeLength, 8),
    text(ID.docType, 'webm'),
    uint(ID.docTypeVersion, 4),
    uint(ID.docTypeReadVersion, 2),
  );
}

/** A segment whose length nobody knows yet. */
export function openSegment(): Buffer {
  return Buffer.concat([idBytes(ID.segment), UNKNOWN_SIZE]);
}

export function closedSegment(contentBytes: number): Buffer {
  return Buffer.concat([idBytes(ID.segment), sizeBytesOf(contentBytes, 8)]);
}

/** @param durationMs null while it is not known */
export function info(durationMs: number | null): Buffer {
  return element(
    ID.info,
    uint(ID.timestampScale, 1_000_000),
    text(ID.muxingApp, 'visavis'),
    text(ID.writingApp, 'visavis'),
    ...(durationMs === null ? [] : [float(ID.duration, durationMs)]),
  );
}

export function tracks(...all: readonly (PictureTrack | SoundTrack)[]): Buffer {
  return element(ID.tracks, ...all.map(trackEntry));
}

/** Blocks that follow each other within 32 seconds of the first; each is `[track, frame]`. */
export function cluster(blocks: readonly (readonly [TrackKind, MediaFrame])[]): Buffer {
  const fromMs = blocks[0]?.[1].atMs ?? 0;
  return element(
    ID.cluster,
    uint(ID.clusterTimestamp, fromMs),
    ...blocks.map(([track, frame]) => simpleBlock(track, frame, fromMs)),
  );
}

function trackEntry(track: PictureTrack | SoundTrack): Buffer {
  const number = TRACK_NUMBER[track.kind];
  const head = [uint(ID.trackNumber, number), uint(ID.trackUid, number)];
  if (track.kind === 'picture')
    return element(
      ID.trackEntry,
      ...head,
      uint(ID.trackType, 1),
      text(ID.codecId, 'V_VP8'),
      element(ID.video, uint(ID.pixelWidth, track.width), uint(ID.pixelHeight, track.height)),
    );
  return element(
    ID.trackEntry,
    ...head,
    uint(ID.trackType, 2),
    text(ID.codecId, 'A_OPUS'),
    element(ID.codecPrivate, opusHead()),
    uint(ID.codecDelay, 0),
    uint(ID.seekPreRoll, OPUS_PREROLL_NS),
    element(ID.audio, float(ID.samplingFrequency, 48_000), uint(ID.channels, 2)),
  );
}

function simpleBlock(track: TrackKind, { atMs, isKey, data }: MediaFrame, fromMs: number): Buffer {
  const head = Buffer.alloc(4);
  head[0] = 0x80 | TRACK_NUMBER[track];
  head.writeInt16BE(atMs - fromMs, 1);
  head[3] = isKey ? 0x80 : 0;
  return element(ID.simpleBlock, head, data);
}

/** @source RFC 7845, section 5.1 */
function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head[8] = 1; // version
  head[9] = 2; // channels; packets of one channel are heard on both
  head.writeUInt32LE(48_000, 12);
  return head;
}
