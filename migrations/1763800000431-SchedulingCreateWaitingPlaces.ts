import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, ref } from './support/columns.js';

export class SchedulingCreateWaitingPlaces implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_waiting_places',
        columns: [
          id(),
          ref('expert_id'),
          ref('learner_id'),
          ref('listing_id'),
          code('state', 8),
          code('open_key', 73, { isNullable: true }),
          ref('called_expert_id', { isNullable: true }),
          instant('joined_at'),
          instant('turn_ends_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'scheduling_waiting_places_open',
            columnNames: ['open_key'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'scheduling_waiting_places_called',
            columnNames: ['called_expert_id'],
            isUnique: true,
          }),
          new TableIndex({
            name: 'scheduling_waiting_places_line',
            columnNames: ['expert_id', 'state'],
          }),
          new TableIndex({
            name: 'scheduling_waiting_places_learner',
            columnNames: ['learner_id', 'state'],
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_waiting_places');
  }
}
