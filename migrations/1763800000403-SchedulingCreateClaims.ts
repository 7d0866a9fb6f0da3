import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { count, instant, ref } from './support/columns.js';

export class SchedulingCreateClaims implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_claims',
        columns: [
          ref('person_id', { isPrimary: true }),
          count('tick', { isPrimary: true }),
          ref('appointment_id'),
          instant('hold_ends_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_claims_appointment',
            columnNames: ['appointment_id'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_claims');
  }
}
