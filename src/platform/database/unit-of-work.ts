import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from './errors.js';

const ATTEMPTS_MAX = 5;

interface Transaction {
  readonly manager: EntityManager;
  readonly effects: (() => void)[];
}

/**
 * The transaction travels in AsyncLocalStorage; repositories take their manager from here.
 * Inside `run` nothing is awaited but SQL: on SQLite everybody else waits meanwhile.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the running transaction, else one that commits each statement by itself. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  get isRunning(): boolean {
    return this.current.getStore() !== undefined;
  }

  /** Runs the work in one transaction; a nested call joins. Deadlocks are retried, so the work may run again. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isRunning) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (attempt >= ATTEMPTS_MAX || !isRetryable(error)) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Runs the effect once the transaction is in the store; never when it was rolled back. */
  afterCommit(effect: () => void): void {
    const transaction = this.current.getStore();
    if (transaction) transaction.effects.push(effect);
    else effect();
  }

  /** Leaves the running transaction for the duration of the work, e.g. to write an audit entry that must survive. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    return this.current.exit(work);
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const effects: (() => void)[] = [];
    try {
      await runner.startTransaction(this.isolationLevel());
      try {
        const result = await this.current.run({ manager: runner.manager, effects }, work);
        await runner.commitTransaction();
        effects.forEach((effect) => effect());
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /** MySQL's default takes gap locks that make rival inserts deadlock; SQLite is serial anyway. */
  private isolationLevel(): 'READ COMMITTED' | undefined {
    return this.dataSource.options.type === 'better-sqlite3' ? undefined : 'READ COMMITTED';
  }
}
