import { DataSource, type DataSourceOptions, type QueryResult, type QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { FifoLock } from './fifo-lock.js';

/** No transaction of ours may keep the connection longer; a wait beyond it is a programming error that must be seen. */
const LOCK_WAIT_LIMIT_MS = 5_000;

type SqliteDriver = ConstructorParameters<typeof BetterSqlite3QueryRunner>[0];
type IsolationLevel = Parameters<BetterSqlite3QueryRunner['startTransaction']>[0];

/**
 * TypeORM hands every caller the same runner of the one SQLite connection, so that a plain insert
 * lands inside whatever transaction is open and vanishes with its rollback. This runner belongs to
 * one caller and takes the connection from the start of a transaction to its end, or for one statement.
 */
class SerialSqliteQueryRunner extends BetterSqlite3QueryRunner {
  private isHolding = false;

  constructor(
    driver: SqliteDriver,
    private readonly connectionLock: FifoLock,
  ) {
    super(driver);
  }

  override async startTransaction(isolationLevel?: IsolationLevel): Promise<void> {
    if (this.isHolding) return super.startTransaction(isolationLevel);
    // Writing a stack out costs more than most statements; it is read only when somebody waits too long.
    const caller = new Error('a transaction');
    await this.hold(() => caller.stack ?? caller.message);
    try {
      await super.startTransaction(isolationLevel);
    } catch (error) {
      this.letGo();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.letGo();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      if (!this.isTransactionActive) this.letGo();
    }
  }

  override query(
    query: string,
    parameters: unknown[] | undefined,
    useStructuredResult: true,
  ): Promise<QueryResult>;
  override query<T>(query: string, parameters?: unknown[]): Promise<T>;
  override async query(
    query: string,
    parameters?: unknown[],
    useStructuredResult = false,
  ): Promise<unknown> {
    if (this.isHolding) return this.send(query, parameters, useStructuredResult);
    await this.hold(() => query);
    try {
      return await this.send(query, parameters, useStructuredResult);
    } finally {
      this.letGo();
    }
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) await this.rollbackTransaction();
    await super.release();
  }

  private send(
    query: string,
    parameters: unknown[] | undefined,
    isStructured: boolean,
  ): Promise<unknown> {
    return isStructured ? super.query(query, parameters, true) : super.query(query, parameters);
  }

  /** @param describe says who holds it, to whoever waits too long */
  private async hold(describe: () => string): Promise<void> {
    await this.connectionLock.acquire(describe);
    this.isHolding = true;
  }

  private letGo(): void {
    if (!this.isHolding) return;
    this.isHolding = false;
    this.connectionLock.release();
  }
}

/** Creates the data source; on SQLite with a runner per caller, on MySQL as TypeORM ships it. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  if (options.type === 'better-sqlite3') serialise(dataSource);
  return dataSource;
}

function serialise(dataSource: DataSource): void {
  const lock = new FifoLock(LOCK_WAIT_LIMIT_MS);
  const driver = dataSource.driver as unknown as SqliteDriver;
  driver.createQueryRunner = (): QueryRunner => new SerialSqliteQueryRunner(driver, lock);
}
