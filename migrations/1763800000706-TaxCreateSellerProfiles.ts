import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, instant, json } from './support/columns.js';

export class TaxCreateSellerProfiles implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tax_seller_profiles',
        columns: [id('account_id'), json('profile'), instant('declared_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tax_seller_profiles');
  }
}
