import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChange, refuseChange } from './support/append-only.js';

/** A certificate says for good what was deleted, when and why. */
export class SessionsRefuseUpdateOfCertificates implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return refuseChange(runner, 'sessions_deletion_certificates', 'UPDATE');
  }

  down(runner: QueryRunner): Promise<void> {
    return allowChange(runner, 'sessions_deletion_certificates', 'UPDATE');
  }
}
