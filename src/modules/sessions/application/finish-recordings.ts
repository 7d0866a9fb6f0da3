import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Logger } from '../../../platform/logging/logger.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { RETENTION, type Retention, retentionOf } from '../domain/recording-retention.js';
import type { FinishedFile, FinishedRecording } from '../media/finish/finish-recording.js';
import { RecordingPress } from '../media/finish/recording-press.js';
import type { VideoPort } from '../media/video-port.js';
import type { RecordingFileRecord, RecordingRecord } from '../persistence/recording.records.js';
import { RecordingRepository } from '../persistence/recording.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { handleOf, keepsWindow, RecordingKeeper } from './recording-keeper.js';
import { VIDEO_PORT } from './video-port.token.js';

const LOOK_EVERY_MS = 2_000;
const ATTEMPTS_MAX = 5;
/** Shorter than this nobody meant to record. */
const SHORTEST_MS = 500;
const WEBM = 'video/webm';

/**
 * What was recorded becomes files that can be played: fetched, joined, checked, put into the store, and only then shown.
 *
 * Not a job of the outbox: this takes seconds to minutes, and everything else in the outbox would wait for it. The rows
 * themselves say what is left to do.
 */
@Injectable()
export class FinishRecordings implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly recordings: RecordingRepository,
    private readonly sessions: SessionRepository,
    private readonly keeper: RecordingKeeper,
    private readonly press: RecordingPress,
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: AppConfig,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.finishAll(), LOOK_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Everything that has ended by now, one after the other. */
  finishAll(): Promise<void> {
    this.running ??= this.finishEach()
      .catch((error: unknown) => this.logger.error('recordings are not finished', error))
      .finally(() => (this.running = null));
    return this.running;
  }

  private async finishEach(): Promise<void> {
    for (const recording of await this.recordings.ended()) {
      try {
        await this.finish(recording);
      } catch (error) {
        await this.failOnce(recording, error);
      }
      this.keeper.tell(await this.sessions.load(recording.sessionId));
    }
  }

  private async finish(recording: RecordingRecord): Promise<void> {
    const { endReason } = recording;
    // Again: a media server that could not be reached when it was to stop may be recording still.
    await this.video.stopRecording(handleOf(recording), keepsWindow(endReason));
    const folder = await this.video.fetchRecording(handleOf(recording));
    const outFolder = join(this.config.dataDir, 'recordings-out', recording.id);
    const finished = await this.press.finish({
      rawFolder: folder,
      outFolder,
      startsAtFirstFrame: recording.purpose === 'evidence',
    });
    if (finished.durationMs < SHORTEST_MS) await this.settleEmpty(recording);
    else await this.keep(recording, finished);
    await rm(outFolder, { recursive: true, force: true });
    await this.video.forgetRecording(handleOf(recording));
  }

  private async keep(recording: RecordingRecord, finished: FinishedRecording): Promise<void> {
    const records: RecordingFileRecord[] = [];
    for (const file of finished.files) records.push(await this.store(recording, file));
    const { keepHours, rule } = await this.retentionOf(recording);
    const endedAt = recording.endedAt ?? this.clock.now();
    await this.unitOfWork.run(async () => {
      const isMine = await this.recordings.change(recording.id, ['finishing'], {
        state: 'ready',
        durationMs: finished.durationMs,
        gaps: finished.gaps,
        keepUntil: endedAt.add({ hours: keepHours }),
        keepRule: rule,
      });
      if (isMine) await this.recordings.addFiles(records);
    });
  }

  private async store(
    recording: RecordingRecord,
    file: FinishedFile,
  ): Promise<RecordingFileRecord> {
    const { personId, kind, path, sizeBytes, sha256, pictures, sounds } = file;
    const storageKey = `recordings/${recording.id}/${personId}-${kind}.webm`;
    await this.files.putStream(storageKey, createReadStream(path), WEBM);
    return {
      id: this.ids.next(),
      recordingId: recording.id,
      personId,
      kind,
      storageKey,
      sizeKib: Math.ceil(sizeBytes / 1024),
      sha256,
      pictures,
      sounds,
      width: file.width,
      height: file.height,
      hasSound: file.hasSound,
    };
  }

  private async retentionOf({ sessionId, purpose }: RecordingRecord): Promise<Retention> {
    const terms = await this.recordings.termsOf(sessionId);
    const { categories, countries } = terms ?? { categories: [], countries: [] };
    return retentionOf(RETENTION, { categories, countries, purpose });
  }

  private async settleEmpty({ id, endReason }: RecordingRecord): Promise<void> {
    const isFailure = endReason === 'could_not_start' || endReason === 'broke_off';
    await this.recordings.change(id, ['finishing'], { state: isFailure ? 'failed' : 'discarded' });
  }

  private async failOnce(recording: RecordingRecord, error: unknown): Promise<void> {
    const { id, sessionId, endReason } = recording;
    const attempts = recording.attempts + 1;
    this.logger.error('a recording could not be finished', error, { id, sessionId, attempts });
    // One that never began is not waited for.
    const isOver = attempts >= ATTEMPTS_MAX || endReason === 'could_not_start';
    await this.recordings.change(id, ['finishing'], {
      attempts,
      ...(isOver ? { state: 'failed', failure: recording.failure ?? 'not_finished' } : {}),
    });
  }
}
