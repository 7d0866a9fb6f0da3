import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** One open request per address on the internet. */
export class SchedulingOneAttemptPerAddress implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX scheduling_help_requests_address ON scheduling_help_requests (open_address)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(
      'scheduling_help_requests',
      new TableIndex({ name: 'scheduling_help_requests_address', columnNames: ['open_address'] }),
    );
  }
}
