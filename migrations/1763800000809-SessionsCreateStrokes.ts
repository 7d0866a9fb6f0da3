import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, json, ref } from './support/columns.js';

export class SessionsCreateStrokes implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sessions_strokes',
        columns: [id(), ref('still_id'), ref('drawn_by'), code('client_id', 64), json('points')],
        indices: [
          new TableIndex({
            name: 'sessions_strokes_once',
            columnNames: ['still_id', 'client_id'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions_strokes');
  }
}
