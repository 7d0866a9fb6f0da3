import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BillingCreatePayouts } from './1763800000609-BillingCreatePayouts.js';

export class BillingDropOldPayouts implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('billing_payouts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await new BillingCreatePayouts().up(runner);
  }
}
