import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { instant, json, ref } from './support/columns.js';

export class SchedulingCreateReminderChoices implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'scheduling_reminder_choices',
        columns: [ref('person_id', { isPrimary: true }), json('minutes'), instant('changed_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduling_reminder_choices');
  }
}
