import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Logger } from '../logging/logger.js';
import { HandledEventRecord, OutboxRecord } from './outbox.record.js';

/** Long enough to look into what happened; payloads name people, so no longer. */
const KEPT_DAYS = 30;
const EVERY_MS = 3_600_000;
const BATCH_SIZE = 500;

/** Forgets what was worked off long ago. Copies that sweep at once do each other no harm. */
@Injectable()
export class OutboxSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.error('the outbox was not swept', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async run(): Promise<void> {
    const before = this.clock.now().subtract({ hours: KEPT_DAYS * 24 });
    // Effects outlive their event, which is never delivered again once its row is gone.
    while (await this.forgetRows(before));
    while (await this.forgetEffects(before));
  }

  /** @returns whether there may be more */
  private async forgetRows(before: ReturnType<Clock['now']>): Promise<boolean> {
    const rows = await this.unitOfWork.manager.find(OutboxRecord, {
      select: { id: true },
      where: { doneAt: LessThan(before) },
      take: BATCH_SIZE,
    });
    if (rows.length > 0)
      await this.unitOfWork.manager.delete(OutboxRecord, { id: In(rows.map(({ id }) => id)) });
    return rows.length === BATCH_SIZE;
  }

  private async forgetEffects(before: ReturnType<Clock['now']>): Promise<boolean> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(HandledEventRecord, 'effect')
      .select('effect.id', 'id')
      .leftJoin(OutboxRecord, 'event', 'event.id = effect.event_id')
      .where('effect.handled_at < :before AND event.id IS NULL', {
        before: before.epochMilliseconds.toString(),
      })
      .limit(BATCH_SIZE)
      .getRawMany<{ id: string }>();
    if (rows.length > 0)
      await this.unitOfWork.manager.delete(HandledEventRecord, {
        id: In(rows.map(({ id }) => id)),
      });
    return rows.length === BATCH_SIZE;
  }
}
