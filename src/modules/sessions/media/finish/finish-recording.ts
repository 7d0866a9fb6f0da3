import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RecordingGap } from '../../domain/recording-gaps.js';
import { type MediaFrame, SILENCE, SOUND_MS, type TrackKind } from '../webm/webm-parts.js';
import { readWebm } from '../webm/webm-reader.js';
import { WebmWriter } from '../webm/webm-writer.js';
import { findGaps } from './find-gaps.js';
import { soundMsOf } from './opus-packet.js';
import { RawMedia, type RawFrame, type RawSource } from './raw-media.js';

export interface FinishOrder {
  readonly rawFolder: string;
  readonly outFolder: string;
  /** Of a window the time begins with its first frame; else with the recording. */
  readonly startsAtFirstFrame: boolean;
}

export interface FinishedFile {
  readonly personId: string;
  readonly kind: 'person' | 'screen';
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pictures: number;
  readonly sounds: number;
  readonly width: number;
  readonly height: number;
  readonly hasSound: boolean;
}

export interface FinishedRecording {
  readonly durationMs: number;
  readonly files: readonly FinishedFile[];
  readonly gaps: readonly RecordingGap[];
}

/** What was made is not what was recorded; nobody is shown it. */
export class RecordingCheckFailed extends Error {}

/** A picture stands until the next; the last one for as long as one of 25 a second. */
const PICTURE_MS = 40;
/** What an encoder makes of nothing is shorter than this. */
const HEARD_BYTES = 16;

/**
 * Joins what was recorded of each person to one file with length and places to seek to, all of one length, so that they
 * play side by side: where somebody sent no sound there is silence. Each file is then read again and checked.
 *
 * @throws RecordingCheckFailed
 */
export async function finishRecording(order: FinishOrder): Promise<FinishedRecording> {
  const raw = await RawMedia.read(order.rawFolder);
  try {
    const all = raw.sources.flatMap(({ frames }) => frames);
    if (all.length === 0) return { durationMs: 0, files: [], gaps: [] };
    const beginMs = order.startsAtFirstFrame ? minOf(all.map(({ atMs }) => atMs)) : 0;
    const durationMs = maxOf(all.map((frame) => frame.atMs + lasts(frame))) - beginMs;
    await mkdir(order.outFolder, { recursive: true });
    const files: FinishedFile[] = [];
    for (const parts of filesOf(raw.sources))
      files.push(await writeFile(order.outFolder, parts, { beginMs, durationMs }));
    return { durationMs, files, gaps: gapsOf(raw, beginMs, durationMs) };
  } finally {
    await raw.close();
  }
}

interface FileParts {
  readonly personId: string;
  readonly kind: 'person' | 'screen';
  readonly picture: RawSource | null;
  readonly sound: RawSource | null;
}

interface Span {
  readonly beginMs: number;
  readonly durationMs: number;
}

function filesOf(sources: readonly RawSource[]): FileParts[] {
  const people = [...new Set(sources.map(({ personId }) => personId))];
  return people.flatMap((personId) => {
    const find = (source: RawSource['source']): RawSource | null =>
      sources.find((one) => one.personId === personId && one.source === source) ?? null;
    const [picture, sound, screen] = [find('camera'), find('microphone'), find('screen')];
    const files: FileParts[] = [];
    if (picture || sound) files.push({ personId, kind: 'person', picture, sound });
    if (screen) files.push({ personId, kind: 'screen', picture: screen, sound: null });
    return files;
  });
}

async function writeFile(
  folder: string,
  { personId, kind, picture, sound }: FileParts,
  span: Span,
): Promise<FinishedFile> {
  const path = join(folder, `${personId}.${kind}.webm`);
  const { width, height } = picture ?? { width: 0, height: 0 };
  const tracks = [
    ...(picture ? [{ kind: 'picture', width, height } as const] : []),
    { kind: 'sound' } as const,
  ];
  const writer = await WebmWriter.create(path, tracks, span.durationMs);
  const written = { picture: 0, sound: 0 };
  let hasSound = false;
  const merged = merge(picturesOf(picture, span), soundsOf(sound, span));
  for await (const [track, frame] of merged) {
    written[track] += 1;
    hasSound ||= track === 'sound' && frame.data.byteLength >= HEARD_BYTES;
    await writer.add(track, frame);
  }
  const sizeBytes = await writer.finish();
  await check(path, span.durationMs, written);
  return {
    personId,
    kind,
    path,
    sizeBytes,
    sha256: await sha256Of(path),
    pictures: written.picture,
    sounds: written.sound,
    width,
    height,
    hasSound,
  };
}

type Tracked = readonly [TrackKind, MediaFrame];

async function* picturesOf(source: RawSource | null, span: Span): AsyncGenerator<Tracked> {
  for (const place of source?.frames ?? []) yield ['picture', await frameOf(place, span)];
}

/** Without holes: players put sound together by counting it, so a hole would set everything behind it too early. */
async function* soundsOf(source: RawSource | null, span: Span): AsyncGenerator<Tracked> {
  let heardUntilMs = 0;
  for (const place of source?.frames ?? []) {
    const frame = await frameOf(place, span);
    for (; frame.atMs - heardUntilMs >= SOUND_MS; heardUntilMs += SOUND_MS)
      yield silenceAt(heardUntilMs);
    yield ['sound', frame];
    heardUntilMs = Math.max(heardUntilMs, frame.atMs) + soundMsOf(frame.data);
  }
  for (; heardUntilMs + SOUND_MS <= span.durationMs; heardUntilMs += SOUND_MS)
    yield silenceAt(heardUntilMs);
}

function silenceAt(atMs: number): Tracked {
  return ['sound', { atMs: Math.round(atMs), isKey: true, data: SILENCE }];
}

async function frameOf(place: RawFrame, { beginMs }: Span): Promise<MediaFrame> {
  // Copied: the window that it is read from moves on before it is written.
  const data = Buffer.from(await place.window.bytes(place.at, place.length));
  return { atMs: place.atMs - beginMs, isKey: place.isKey, data };
}

/** Two streams in the order of their times. */
async function* merge(
  one: AsyncGenerator<Tracked>,
  other: AsyncGenerator<Tracked>,
): AsyncGenerator<Tracked> {
  let [left, right] = [await one.next(), await other.next()];
  while (!left.done || !right.done) {
    const takesLeft = !left.done && (right.done || left.value[1].atMs <= right.value[1].atMs);
    if (takesLeft && !left.done) {
      yield left.value;
      left = await one.next();
    } else if (!right.done) {
      yield right.value;
      right = await other.next();
    }
  }
}

/** Reads the file as a player would. */
async function check(
  path: string,
  durationMs: number,
  written: Readonly<Record<TrackKind, number>>,
): Promise<void> {
  const file = await open(path, 'r');
  try {
    const index = await readWebm(file);
    const found = { picture: 0, sound: 0 };
    let lastMs = 0;
    for (const { track, atMs, isKey } of index.frames) {
      if (track === 'picture' && found.picture === 0 && !isKey) fail(path, 'no key picture first');
      if (atMs < lastMs) fail(path, `time goes back at ${atMs}`);
      lastMs = atMs;
      found[track] += 1;
    }
    if (index.isCutOff || !index.hasCues) fail(path, 'cut off');
    if (index.durationMs !== durationMs) fail(path, `lasts ${index.durationMs}`);
    if (lastMs > durationMs) fail(path, `goes on until ${lastMs}`);
    for (const track of ['picture', 'sound'] as const)
      if (found[track] !== written[track])
        fail(path, `${found[track]} of ${written[track]} ${track}s`);
  } finally {
    await file.close();
  }
}

function fail(path: string, what: string): never {
  throw new RecordingCheckFailed(`${path}: ${what}`);
}

function gapsOf(raw: RawMedia, beginMs: number, durationMs: number): RecordingGap[] {
  const moments = raw.sources.map(({ personId, source, frames }) => ({
    personId,
    source,
    frames: frames.map((frame) => ({ atMs: frame.atMs - beginMs, lastsMs: lasts(frame) })),
  }));
  const journal = raw.journal.map((line) => ({ ...line, atMs: line.atMs - beginMs }));
  return findGaps(moments, journal, durationMs);
}

function lasts({ track }: RawFrame): number {
  return track === 'sound' ? SOUND_MS : PICTURE_MS;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Of lists that are too long to be spread into arguments. */
function minOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function maxOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
