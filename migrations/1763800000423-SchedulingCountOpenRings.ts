import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rings while this is installed is counted, so that it can be answered. */
export class SchedulingCountOpenRings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE scheduling_help_requests SET open_rings = 1
        WHERE state = 'ringing' AND current_ring_id IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    // Nothing to undo: the column goes with its own migration.
  }
}
