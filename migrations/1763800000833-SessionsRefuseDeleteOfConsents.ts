import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChange, refuseChange } from './support/append-only.js';

/** What somebody agreed to is never rewritten: taking it back is another row. */
export class SessionsRefuseDeleteOfConsents implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return refuseChange(runner, 'sessions_recording_consents', 'DELETE');
  }

  down(runner: QueryRunner): Promise<void> {
    return allowChange(runner, 'sessions_recording_consents', 'DELETE');
  }
}
