import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { IsNull } from 'typeorm';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import type { DomainEvent, News } from '../../shared/domain-event.js';
import type { Job } from './job.js';
import { OutboxRecord } from './outbox.record.js';
import { RelayBell } from './relay-bell.js';

/** An event or job was announced outside a transaction, where it could be lost or lie. */
export class NoTransactionError extends Error {
  constructor(what: string) {
    super(`${what} must be announced inside UnitOfWork.run, together with the change it tells of`);
    this.name = 'NoTransactionError';
  }
}

/** Events and timers, written in the transaction of the change and worked off after it, at least once. */
@Injectable()
export class Outbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bell: RelayBell,
  ) {}

  /**
   * @param occurredAt now, unless the change that is told of names its moment
   * @throws NoTransactionError outside `UnitOfWork.run`
   */
  async publish<Event extends DomainEvent>(
    news: News<Event>,
    occurredAt: Temporal.Instant = this.clock.now(),
  ): Promise<void> {
    this.assertTransaction(news.name);
    const event: DomainEvent = {
      version: 1,
      ...news,
      eventId: this.ids.next(),
      occurredAt: occurredAt.toString(),
    };
    await this.insert({
      id: event.eventId,
      kind: 'event',
      name: event.name,
      version: event.version,
      lane: event.aggregateId,
      jobKey: null,
      payload: event,
      occurredAt,
      dueAt: occurredAt,
    });
  }

  /**
   * Puts work off until its time; replaces a waiting job of the same key.
   *
   * @throws NoTransactionError outside `UnitOfWork.run`
   */
  async schedule(job: Job): Promise<void> {
    this.assertTransaction(job.name);
    await this.cancel(job.key);
    await this.insert({
      id: this.ids.next(),
      kind: 'job',
      name: job.name,
      version: 1,
      lane: job.key,
      jobKey: job.key,
      payload: job.payload,
      occurredAt: this.clock.now(),
      dueAt: Temporal.Instant.from(job.dueAt),
    });
  }

  /** Forgets a waiting job; one that is being done just now may still finish. */
  async cancel(key: string): Promise<void> {
    await this.unitOfWork.manager.delete(OutboxRecord, { jobKey: key, doneAt: IsNull() });
  }

  private async insert(
    row: Omit<OutboxRecord, 'attempts' | 'leasedUntil' | 'doneAt' | 'failedAt' | 'lastError'>,
  ): Promise<void> {
    await this.unitOfWork.manager.insert(OutboxRecord, {
      ...row,
      payload: row.payload as object,
      attempts: 0,
      leasedUntil: null,
      doneAt: null,
      failedAt: null,
      lastError: null,
    });
    this.unitOfWork.afterCommit(() => this.bell.ring(row.dueAt));
  }

  private assertTransaction(what: string): void {
    if (!this.unitOfWork.isRunning) throw new NoTransactionError(what);
  }
}
