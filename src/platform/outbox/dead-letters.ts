import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { NotFoundError } from '../../shared/domain-error.js';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxRecord } from './outbox.record.js';
import { RelayBell } from './relay-bell.js';

/** Work that was given up after too many attempts and holds back what comes after it. */
export interface DeadLetter {
  readonly id: string;
  readonly kind: 'event' | 'job';
  readonly name: string;
  readonly attempts: number;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly failedAt: string;
  readonly lastError: string;
}

/** For ops: what was given up, and how to try it again once the cause is gone. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly bell: RelayBell,
  ) {}

  /** Oldest first. */
  async list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: DeadLetter[]; total: number }> {
    const [rows, total] = await this.unitOfWork.manager.findAndCount(OutboxRecord, {
      where: { failedAt: Not(IsNull()) },
      order: { id: 'ASC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: rows.map(letterOf), total };
  }

  async byId(id: string): Promise<DeadLetter | null> {
    const row = await this.unitOfWork.manager.findOneBy(OutboxRecord, {
      id,
      failedAt: Not(IsNull()),
    });
    return row && letterOf(row);
  }

  /** Due again at once, with all its attempts. @throws NotFoundError when it is not given up (any more) */
  async retry(id: string): Promise<void> {
    const now = this.clock.now();
    const { affected } = await this.unitOfWork.manager.update(
      OutboxRecord,
      { id, failedAt: Not(IsNull()) },
      { failedAt: null, attempts: 0, dueAt: now },
    );
    if (affected !== 1) throw new NotFoundError('dead_letter');
    this.bell.ring(now);
  }
}

function letterOf(row: OutboxRecord): DeadLetter {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    attempts: row.attempts,
    occurredAt: row.occurredAt.toString(),
    failedAt: (row.failedAt ?? row.occurredAt).toString(),
    lastError: row.lastError ?? '',
  };
}
