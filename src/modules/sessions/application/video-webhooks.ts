import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Logger } from '../../../platform/logging/logger.js';
import type { RawWebhook, ReadWebhook, VideoPort } from '../media/video-port.js';
import { VideoWebhookRecord } from '../persistence/session.records.js';
import { SessionRuntime } from './session-runtime.js';
import { VIDEO_PORT } from './video-port.token.js';

/** What the media server says over HTTP: checked, kept as it came, answered, then compared with what it says when asked. */
@Injectable()
export class VideoWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runtime: SessionRuntime,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  get kind(): VideoPort['kind'] {
    return this.video.kind;
  }

  /** A message that came before is passed over. @throws UnverifiedWebhookError */
  async receive(webhook: RawWebhook): Promise<void> {
    const read = await this.video.readWebhook(webhook);
    if (read.roomId === null || !(await this.keep(read, webhook.body))) return;
    void this.act(read, read.roomId).catch((error: unknown) =>
      this.logger.error('a message of the media server was lost; polling makes up for it', error),
    );
  }

  private async act({ events }: ReadWebhook, roomId: string): Promise<void> {
    for (const event of events) await this.runtime.hear(event);
    await this.runtime.look(roomId);
  }

  private async keep({ id, roomId }: ReadWebhook, body: string): Promise<boolean> {
    try {
      await this.unitOfWork.manager.insert(VideoWebhookRecord, {
        id: this.ids.next(),
        provider: this.video.kind,
        providerEventId: id,
        roomId: (roomId ?? '').slice(0, 64),
        body,
        receivedAt: this.clock.now(),
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
