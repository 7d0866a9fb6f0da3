import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** However many ring for a request, one of them is accepted. */
export class SchedulingOneAcceptedRing implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX scheduling_rings_accepted ON scheduling_rings (accepted_request_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(
      'scheduling_rings',
      new TableIndex({ name: 'scheduling_rings_accepted', columnNames: ['accepted_request_id'] }),
    );
  }
}
