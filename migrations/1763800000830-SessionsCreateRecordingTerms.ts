import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { flag, id, json } from './support/columns.js';

export class SessionsCreateRecordingTerms implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_recording_terms',
        columns: [
          id('session_id'),
          flag('is_for_child'),
          flag('category_forbids'),
          flag('offer_forbids'),
          json('categories'),
          json('countries'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_recording_terms');
  }
}
