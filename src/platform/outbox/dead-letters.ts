import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxRecord } from './outbox.record.js';
import { RelayBell } from './relay-bell.js';

const GIVEN_UP = { failedAt: Not(IsNull()), doneAt: IsNull() };

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
  /** How many rows of its lane wait behind it. */
  readonly heldBack: number;
}

/** For ops: what was given up, and how to try it again once the cause is gone, or to let it go for good. */
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
      where: GIVEN_UP,
      order: { id: 'ASC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: await Promise.all(rows.map((row) => this.letterOf(row))), total };
  }

  async byId(id: string): Promise<DeadLetter | null> {
    const row = await this.unitOfWork.manager.findOneBy(OutboxRecord, { id, ...GIVEN_UP });
    return row && this.letterOf(row);
  }

  /** Due again at once, with all its attempts. @throws NotFoundError when it is not given up (any more) */
  retry(id: string): Promise<void> {
    return this.change(id, { failedAt: null, attempts: 0, dueAt: this.clock.now() });
  }

  /**
   * Never tried again; what waits behind it goes on. Its error is kept.
   *
   * @throws NotFoundError when it is not given up (any more)
   */
  letGo(id: string): Promise<void> {
    return this.change(id, { doneAt: this.clock.now(), jobKey: null });
  }

  private async change(id: string, change: Partial<OutboxRecord>): Promise<void> {
    const criteria = { id, ...GIVEN_UP };
    const { affected } = await this.unitOfWork.manager.update(
      OutboxRecord,
      criteria,
      change as QueryDeepPartialEntity<OutboxRecord>,
    );
    if (affected !== 1) throw new NotFoundError('dead_letter');
    this.bell.ring(this.clock.now());
  }

  private async letterOf(row: OutboxRecord): Promise<DeadLetter> {
    const heldBack = await this.unitOfWork.manager.countBy(OutboxRecord, {
      lane: row.lane,
      doneAt: IsNull(),
      id: MoreThan(row.id),
    });
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      attempts: row.attempts,
      occurredAt: row.occurredAt.toString(),
      failedAt: (row.failedAt ?? row.occurredAt).toString(),
      lastError: row.lastError ?? '',
      heldBack,
    };
  }
}
