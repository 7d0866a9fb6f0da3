import { createWriteStream } from 'node:fs';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type OpenVidu, Recording } from 'openvidu-node-client';
import { importWebm } from '../finish/import-webm.js';
import { VideoUnavailableError } from '../media.errors.js';
import { nameOfJournal, rawFolder } from '../recording-files.js';
import type { RecorderReport, RecordingHandle, RecordingOrder } from '../video-port.js';
import { readSeat } from './openvidu-seat.js';
import { unzip } from './unzip.js';

/** How the node client's errors say what happened. */
export type Ask = <T>(request: Promise<T>) => Promise<T>;

/** One start: OpenVidu's id of it, and where it begins within our recording. */
interface Take {
  readonly id: string;
  readonly elapsedMs: number;
  readonly segment: number;
}

/** What OpenVidu writes beside the streams of a recording. */
interface Sheet {
  readonly files: readonly {
    readonly streamId: string;
    readonly serverData: string;
    readonly startTimeOffset: number;
  }[];
}

/** Recording by OpenVidu 2, each stream by itself: started, stopped and fetched over its REST interface. */
export class OpenViduRecordings {
  constructor(
    private readonly openvidu: OpenVidu,
    private readonly secret: string,
    private readonly folder: string,
    private readonly reached: Ask,
  ) {}

  /** OpenVidu holds no window of what is newest, so evidence cannot be held by it. */
  async start(roomId: string, order: RecordingOrder): Promise<readonly string[]> {
    if (order.windowSeconds !== null) throw new VideoUnavailableError('openvidu holds no window');
    const { recordingId, segment, elapsedMs } = order;
    const recording = await this.reached(
      this.openvidu.startRecording(roomId, {
        name: `${recordingId}-${segment}`,
        outputMode: Recording.OutputMode.INDIVIDUAL,
        hasAudio: true,
        hasVideo: true,
      }),
    );
    return [JSON.stringify({ id: recording.id, elapsedMs, segment } satisfies Take)];
  }

  /** It does not tell how much came in: that it says "started" is all there is. */
  async report({ refs }: RecordingHandle): Promise<RecorderReport> {
    const take = takesOf(refs).at(-1);
    const found = take ? await this.find(take.id) : null;
    const status = found?.status as string | undefined;
    const isTaking = status === 'started' || status === 'starting';
    return {
      state: isTaking ? 'taking' : status === 'failed' ? 'failed' : 'unknown',
      frames: status === 'started' ? 1 : 0,
      broken: 0,
      lastMediaAgoMs: null,
      failure: null,
    };
  }

  async stop({ refs }: RecordingHandle): Promise<void> {
    for (const { id } of takesOf(refs)) {
      const status = (await this.find(id))?.status as string | undefined;
      if (status === 'started' || status === 'starting')
        await this.reached(this.openvidu.stopRecording(id));
    }
  }

  async fetch({ recordingId, refs }: RecordingHandle): Promise<string> {
    const folder = rawFolder(this.folder, recordingId);
    await mkdir(folder, { recursive: true });
    for (const take of takesOf(refs)) {
      const recording = await this.find(take.id);
      if (recording === null) continue;
      if ((recording.status as string) !== 'ready')
        throw new VideoUnavailableError(`the recording is ${recording.status} at openvidu`);
      await this.bring(recording, take, folder);
    }
    return folder;
  }

  async forget({ recordingId, refs }: RecordingHandle): Promise<void> {
    for (const { id } of takesOf(refs))
      if ((await this.find(id)) !== null) await this.reached(this.openvidu.deleteRecording(id));
    await rm(rawFolder(this.folder, recordingId), { recursive: true, force: true });
  }

  private async bring({ id, url }: Recording, take: Take, folder: string): Promise<void> {
    const zip = join(folder, `${id}.zip`);
    const answer = await this.reached(
      fetch(url, { headers: { authorization: this.authorization() } }),
    );
    if (!answer.ok || answer.body === null)
      throw new VideoUnavailableError(`openvidu does not give the recording out: ${answer.status}`);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(zip));
    const unpacked = join(folder, `${id}-streams`);
    const names = await unzip(zip, unpacked);
    const sheetName = names.find((name) => name.endsWith('.json'));
    if (sheetName === undefined) throw new VideoUnavailableError('the recording has no sheet');
    const sheet = JSON.parse(await readFile(join(unpacked, sheetName), 'utf8')) as Sheet;
    const { elapsedMs, segment } = take;
    const began = { kind: 'began', atMs: elapsedMs, segment };
    await appendFile(join(folder, nameOfJournal(segment)), `${JSON.stringify(began)}\n`);
    for (const { streamId, serverData, startTimeOffset } of sheet.files) {
      const seat = readSeat(serverData);
      const name = names.find((one) => one.startsWith(streamId) && !one.endsWith('.json'));
      if (!seat || name === undefined) continue;
      const { participantId: personId, of: picture } = seat;
      const offsetMs = elapsedMs + startTimeOffset;
      const path = join(unpacked, name);
      await importWebm({ path, personId, picture, segment, offsetMs }, folder);
    }
  }

  private async find(id: string): Promise<Recording | null> {
    try {
      return await this.openvidu.getRecording(id);
    } catch (error) {
      if (error instanceof Error && error.message === '404') return null;
      throw new VideoUnavailableError('openvidu did not answer', { cause: error });
    }
  }

  private authorization(): string {
    return `Basic ${Buffer.from(`OPENVIDUAPP:${this.secret}`).toString('base64')}`;
  }
}

function takesOf(refs: readonly string[]): Take[] {
  return refs.map((ref) => JSON.parse(ref) as Take);
}
