import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { code, id, instant } from './support/columns.js';

/** Which sets of shipped files were imported, so that the next start need not read them again. */
export class TaxCreateShippedImports implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tax_shipped_imports',
        columns: [id(), code('fingerprint', 64), instant('imported_at')],
        indices: [
          new TableIndex({
            name: 'tax_shipped_imports_fingerprint',
            columnNames: ['fingerprint'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tax_shipped_imports');
  }
}
