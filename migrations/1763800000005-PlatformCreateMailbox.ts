import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant, json, longText, text } from './support/columns.js';

export class PlatformCreateMailbox implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'platform_mailbox',
        columns: [
          id(),
          code('mail_key', 150),
          text('recipient', 320),
          text('subject', 400),
          longText('text_body'),
          longText('html_body', { isNullable: true }),
          json('attachments'),
          instant('sent_at'),
        ],
        indices: [
          new TableIndex({
            name: 'platform_mailbox_key',
            columnNames: ['mail_key'],
            isUnique: true,
          }),
          new TableIndex({ name: 'platform_mailbox_recipient', columnNames: ['recipient'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform_mailbox');
  }
}
