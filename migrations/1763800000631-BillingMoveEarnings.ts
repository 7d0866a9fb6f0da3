import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was called a payout was what a sale owes; the word now means the money that is sent. */
export class BillingMoveEarnings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO billing_earnings
         (id, sale_id, cause_id, expert_id, amount_minor, currency, state, payout_id, due_at, created_at)
       SELECT id, sale_id, sale_id, expert_id, amount_minor, currency,
         CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'owed' END, NULL, due_at, created_at
       FROM billing_payouts`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO billing_payouts (id, sale_id, expert_id, amount_minor, currency, state, due_at, created_at)
       SELECT id, sale_id, expert_id, amount_minor, currency,
         CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'scheduled' END, due_at, created_at
       FROM billing_earnings WHERE cause_id = sale_id`,
    );
  }
}
