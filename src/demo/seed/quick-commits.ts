import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * Lets many small commits pass without waiting for the disk each time. A power cut meanwhile can lose
 * the last of them but damages nothing, and a seed that was cut off goes on where it stopped.
 *
 * @source sqlite.org/pragma.html#pragma_synchronous: NORMAL is safe from corruption in WAL mode
 */
@Injectable()
export class QuickCommits {
  constructor(private readonly dataSource: DataSource) {}

  async during(work: () => Promise<void>): Promise<void> {
    if (this.dataSource.options.type !== 'better-sqlite3') return work();
    await this.dataSource.query('PRAGMA synchronous = NORMAL');
    try {
      await work();
    } finally {
      await this.dataSource.query('PRAGMA synchronous = FULL');
      await this.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    }
  }
}
