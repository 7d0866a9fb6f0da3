import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { AppConfig } from '../config/config.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { Logger, withCorrelationId } from '../logging/logger.js';
import type { DomainEvent } from '../../shared/domain-event.js';
import { HandlerRegistry } from './handler-registry.js';
import { HandledEventRecord, OutboxRecord } from './outbox.record.js';
import { RelayBell } from './relay-bell.js';

const BATCH_SIZE = 100;
/** Between two looks at the table when nobody rings; timers are late by at most this. */
const POLL_MS = 200;
/** With several copies the bell reaches all of them; looking is only for when the bell does not work. */
const POLL_OF_MANY_MS = 1_000;
/** A process that died with a row in its hands loses it after this long. */
const LEASE_SECONDS = 60;
/** With the pauses below, about half an hour of trying. */
const ATTEMPTS_MAX = 12;
const RETRY_PAUSE_SECONDS_MAX = 300;

/** Works off the outbox: what is due, lane by lane, each handler once per event. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private draining: Promise<void> | null = null;
  private rungWhileDraining = false;
  private isStopped = true;
  private readonly pollMs: number;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly registry: HandlerRegistry,
    private readonly bell: RelayBell,
    private readonly logger: Logger,
    config: AppConfig,
  ) {
    this.pollMs = config.isOneOfMany ? POLL_OF_MANY_MS : POLL_MS;
  }

  onApplicationBootstrap(): void {
    this.isStopped = false;
    this.bell.onRing(() => this.wake());
    this.wake();
  }

  /** Before the store and the other adapters close, so that what is in hand is finished and not held for a lease. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.draining;
  }

  /** Works off everything that is due now, including what that work announces, and waits for what is under way. */
  async settle(): Promise<void> {
    for (;;) {
      await this.draining;
      const hasProgress = await this.drain();
      if (!hasProgress && this.draining === null) return;
    }
  }

  /** @returns whether anything was finished */
  private async drain(): Promise<boolean> {
    for (let hasProgress = false; ; hasProgress = true) {
      const lanes = inLanes(await this.due());
      const progress = await Promise.all(lanes.map((lane) => this.workOff(lane)));
      if (!progress.includes(true)) return hasProgress;
    }
  }

  private wake(): void {
    if (this.isStopped) return;
    if (this.draining) {
      this.rungWhileDraining = true;
      return;
    }
    if (this.timer) clearTimeout(this.timer);
    this.rungWhileDraining = false;
    this.draining = this.drain()
      .then(() => undefined)
      .catch((error: unknown) => this.logger.error('the outbox could not be read', error))
      .finally(() => {
        this.draining = null;
        if (this.isStopped) return;
        if (this.rungWhileDraining) this.wake();
        else this.timer = setTimeout(() => this.wake(), this.pollMs);
      });
  }

  /** Without what waits behind a row that was put off or given up: many of those would fill the batch and stop all lanes. */
  private due(): Promise<OutboxRecord[]> {
    const held = this.unitOfWork.manager
      .createQueryBuilder(OutboxRecord, 'earlier')
      .select('1')
      .where('earlier.lane = row.lane AND earlier.done_at IS NULL AND earlier.id < row.id')
      .andWhere('(earlier.failed_at IS NOT NULL OR earlier.due_at > :now)');
    return this.unitOfWork.manager
      .createQueryBuilder(OutboxRecord, 'row')
      .where('row.done_at IS NULL AND row.failed_at IS NULL AND row.due_at <= :now')
      .andWhere(`NOT EXISTS (${held.getQuery()})`)
      .setParameter('now', this.clock.now().epochMilliseconds.toString())
      .orderBy('row.id', 'ASC')
      .take(BATCH_SIZE)
      .getMany();
  }

  /** One lane in order; the first row that cannot be finished stops it until its time comes again. */
  private async workOff(lane: readonly OutboxRecord[]): Promise<boolean> {
    let hasProgress = false;
    for (const row of lane) {
      if (await this.isBehindAnother(row)) return hasProgress;
      if (!(await this.lease(row))) return hasProgress;
      if (!(await this.attempt(row))) return hasProgress;
      hasProgress = true;
    }
    return hasProgress;
  }

  /** An earlier row of the lane that was put off or given up holds back those behind it. */
  private isBehindAnother(row: OutboxRecord): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(OutboxRecord, {
      lane: row.lane,
      doneAt: IsNull(),
      id: LessThan(row.id),
    });
  }

  private async lease(row: OutboxRecord): Promise<boolean> {
    const now = this.clock.now();
    const result = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(OutboxRecord)
      .set({ leasedUntil: now.add({ seconds: LEASE_SECONDS }) })
      .where('id = :id AND done_at IS NULL AND (leased_until IS NULL OR leased_until <= :now)', {
        id: row.id,
        now: now.epochMilliseconds.toString(),
      })
      .execute();
    return result.affected === 1;
  }

  private async attempt(row: OutboxRecord): Promise<boolean> {
    try {
      await withCorrelationId(row.id, () =>
        row.kind === 'event' ? this.deliver(row) : this.perform(row),
      );
      await this.finish(row);
      return true;
    } catch (error) {
      this.logger.error(`${row.kind} ${row.name} failed`, error, {
        id: row.id,
        attempts: row.attempts + 1,
      });
      await this.putOff(row, error);
      return false;
    }
  }

  private async deliver(row: OutboxRecord): Promise<void> {
    const event = row.payload as DomainEvent;
    for (const handler of this.registry.ofEvent(event.name)) {
      const key = { eventId: event.eventId, handler: handler.name };
      if (await this.unitOfWork.manager.existsBy(HandledEventRecord, key)) continue;
      await handler.handle(event);
      await this.markHandled(key);
    }
  }

  private async markHandled(key: { eventId: string; handler: string }): Promise<void> {
    try {
      await this.unitOfWork.manager.insert(HandledEventRecord, {
        id: this.ids.next(),
        ...key,
        handledAt: this.clock.now(),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  private async perform(row: OutboxRecord): Promise<void> {
    const handler = this.registry.ofJob(row.name);
    if (!handler) throw new Error(`nobody does the job ${row.name}`);
    await handler(row.payload as object);
  }

  private async finish(row: OutboxRecord): Promise<void> {
    await this.unitOfWork.manager.update(
      OutboxRecord,
      { id: row.id },
      { doneAt: this.clock.now(), jobKey: null, leasedUntil: null },
    );
  }

  private async putOff(row: OutboxRecord, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    const now = this.clock.now();
    const isGivenUp = attempts >= ATTEMPTS_MAX;
    const dueAt = isGivenUp ? row.dueAt : now.add({ seconds: pauseSeconds(attempts) });
    await this.unitOfWork.manager.update(
      OutboxRecord,
      { id: row.id },
      {
        attempts,
        dueAt,
        leasedUntil: null,
        lastError: error instanceof Error ? (error.stack ?? error.message) : String(error),
        failedAt: isGivenUp ? now : null,
      },
    );
    if (!isGivenUp) this.bell.ring(dueAt);
  }
}

function pauseSeconds(attempts: number): number {
  return Math.min(2 ** (attempts - 1), RETRY_PAUSE_SECONDS_MAX);
}

function inLanes(rows: readonly OutboxRecord[]): OutboxRecord[][] {
  const lanes = new Map<string, OutboxRecord[]>();
  for (const row of rows) lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), row]);
  return [...lanes.values()];
}
