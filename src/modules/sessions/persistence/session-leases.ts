import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { SessionRecord } from './session.records.js';

/** Three renewals may be missed before another copy takes a session over. */
const LEASE_SECONDS = 15;
const NOT_OVER: readonly SessionRecord['state'][] = ['waiting', 'live', 'interrupted'];

/** Which copy of the program looks after which session: one at a time, until its lease runs out. */
@Injectable()
export class SessionLeases {
  /** This copy, new at every start. */
  readonly copyId: string;
  readonly isOnlyCopy: boolean;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    ids: Ids,
    config: AppConfig,
  ) {
    this.copyId = ids.next();
    this.isOnlyCopy = !config.isOneOfMany;
  }

  /** For a session that is opened here. */
  own(): { keptBy: string; keptUntil: Temporal.Instant } {
    return {
      keptBy: this.copyId,
      keptUntil: this.clock.now().add({ seconds: LEASE_SECONDS }),
    };
  }

  /** Sessions that nobody looks after. The only copy looks after all of them, whoever did before. */
  async lapsed(): Promise<SessionRecord[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(SessionRecord, 'session')
      .where({ state: In([...NOT_OVER]) })
      .andWhere('(session.keptBy IS NULL OR session.keptBy <> :copyId)', { copyId: this.copyId });
    if (!this.isOnlyCopy)
      query.andWhere('(session.keptUntil IS NULL OR session.keptUntil < :now)', {
        now: this.nowMs(),
      });
    return query.getMany();
  }

  /** @returns false when another copy was faster or its lease still holds */
  async take(record: SessionRecord): Promise<boolean> {
    const query = this.unitOfWork.manager
      .createQueryBuilder()
      .update(SessionRecord)
      .set(this.own())
      .where({ id: record.id, state: In([...NOT_OVER]) });
    if (!this.isOnlyCopy)
      query.andWhere('(kept_until IS NULL OR kept_until < :now)', { now: this.nowMs() });
    const { affected } = await query.execute();
    return affected === 1;
  }

  /** Takes it from whoever has it, for something that cannot wait. @returns false when it is over */
  async seize(id: string): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(
      SessionRecord,
      { id, state: In([...NOT_OVER]) },
      this.own(),
    );
    return affected === 1;
  }

  /** @returns which of them this copy still has */
  async renew(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.isOnlyCopy || ids.length === 0) return new Set(ids);
    const { manager } = this.unitOfWork;
    const ours = { id: In([...ids]), keptBy: this.copyId };
    await manager.update(SessionRecord, ours, { keptUntil: this.own().keptUntil });
    const kept = await manager.find(SessionRecord, { where: ours, select: { id: true } });
    return new Set(kept.map(({ id }) => id));
  }

  /** This copy ends: others need not wait for the leases to run out. */
  async release(): Promise<void> {
    if (this.isOnlyCopy) return;
    await this.unitOfWork.manager.update(
      SessionRecord,
      { keptBy: this.copyId, state: In([...NOT_OVER]) },
      { keptUntil: null },
    );
  }

  private nowMs(): string {
    return this.clock.now().epochMilliseconds.toString();
  }
}
