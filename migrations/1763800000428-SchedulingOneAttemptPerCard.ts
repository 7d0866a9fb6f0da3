import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** One open request per card, whoever uses it. */
export class SchedulingOneAttemptPerCard implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX scheduling_help_requests_card ON scheduling_help_requests (open_card)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(
      'scheduling_help_requests',
      new TableIndex({ name: 'scheduling_help_requests_card', columnNames: ['open_card'] }),
    );
  }
}
