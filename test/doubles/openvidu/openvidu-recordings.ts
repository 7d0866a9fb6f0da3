import { crc32, deflateRawSync } from 'node:zlib';

export interface RecordedStream {
  readonly connectionId: string;
  readonly streamId: string;
  readonly serverData: string;
}

interface StoredRecording {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly outputMode: string;
  readonly streams: readonly RecordedStream[];
  status: 'started' | 'ready';
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

/** Where a stream begins within its recording. */
const START_OFFSET_MS = 100;

/** The part of OpenVidu 2.32's REST interface that records; every stream has the media that the test gives it. */
export class OpenViduRecordingsDouble {
  url = '';
  media: Buffer = Buffer.alloc(0);

  private readonly all = new Map<string, StoredRecording>();

  constructor(private readonly streamsOf: (sessionId: string) => RecordedStream[] | null) {}

  get count(): number {
    return this.all.size;
  }

  answer(method: string, [first, second]: readonly [string, string], text: string): Answer {
    if (method === 'POST' && first === 'start') return this.start(text);
    const id = first === 'stop' ? second : first;
    const found = this.all.get(id);
    if (!found) return { status: 404 };
    if (first === 'stop') {
      if (found.status !== 'started') return { status: 409 };
      found.status = 'ready';
    }
    if (method === 'DELETE') {
      if (found.status === 'started') return { status: 409 };
      this.all.delete(id);
      return { status: 204 };
    }
    return { status: 200, body: this.jsonOf(found) };
  }

  /** The archive behind the address of a recording; null for other addresses. */
  fileAt(path: string): Buffer | null {
    const id = /^\/openvidu\/recordings\/([^/]+)\//.exec(path)?.[1];
    const found = id === undefined ? undefined : this.all.get(id);
    if (!found) return null;
    const files = found.streams.map((stream) => ({ ...stream, startTimeOffset: START_OFFSET_MS }));
    const sheet = { id: found.id, name: found.name, sessionId: found.sessionId, files };
    return zipOf([
      [`${found.name}.json`, Buffer.from(JSON.stringify(sheet))],
      ...found.streams.map(({ streamId }) => [`${streamId}.webm`, this.media] as const),
    ]);
  }

  private start(text: string): Answer {
    const { session, name, outputMode } = JSON.parse(text) as Record<string, string>;
    const sessionId = session ?? '';
    const streams = this.streamsOf(sessionId);
    if (streams === null) return { status: 404 };
    if (streams.length === 0) return { status: 406 };
    const isRecorded = [...this.all.values()].some(
      (one) => one.sessionId === sessionId && one.status === 'started',
    );
    if (isRecorded) return { status: 409 };
    const id = this.all.size === 0 ? sessionId : `${sessionId}~${this.all.size}`;
    const recording = { id, sessionId, name: name ?? id, outputMode: outputMode ?? '', streams };
    this.all.set(id, { ...recording, status: 'started' });
    return { status: 200, body: this.jsonOf({ ...recording, status: 'started' }) };
  }

  private jsonOf({ streams: _, ...recording }: StoredRecording): object {
    const { id, name, status } = recording;
    const url = status === 'ready' ? `${this.url}/openvidu/recordings/${id}/${name}.zip` : null;
    return {
      ...recording,
      object: 'recording',
      createdAt: 0,
      size: 0,
      duration: 0,
      hasAudio: true,
      hasVideo: true,
      url,
    };
  }
}

/** A ZIP file, packed. */
function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
