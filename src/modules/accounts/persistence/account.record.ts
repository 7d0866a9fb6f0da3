import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { Role } from '../domain/account.js';

@Entity('accounts_accounts')
export class AccountRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 320 }) email!: string;
  @InstantColumn({ name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Temporal.Instant | null;
  @TextColumn({ name: 'password_hash', length: 200, nullable: true }) passwordHash!: string | null;
  @TextColumn({ name: 'display_name', length: 60 }) displayName!: string;
  @TextColumn({ length: 2 }) country!: string;
  @TextColumn({ length: 8 }) language!: string;
  @TextColumn({ name: 'time_zone', length: 60 }) timeZone!: string;
  @JsonColumn() roles!: readonly Role[];
  @FlagColumn({ name: 'is_demo' }) isDemo!: boolean;
  /** Base32, encrypted at rest with the installation's secret; null until the second factor is set up. */
  @TextColumn({ name: 'totp_secret', length: 200, nullable: true }) totpSecret!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** One sign-in of one browser. Only the hash of its token is kept. */
@Entity('accounts_sign_ins')
export class SignInRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'token_hash', length: 64 }) tokenHash!: string;
  @TextColumn({ name: 'account_id', length: 36 }) accountId!: string;
  /** `web` or `console`; one does not open the other. */
  @TextColumn({ length: 8 }) audience!: 'web' | 'console';
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Temporal.Instant;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Temporal.Instant | null;
}

/** A link sent by mail or printed at start; used once. Only the hash of its token is kept. */
@Entity('accounts_links')
export class LinkRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'token_hash', length: 64 }) tokenHash!: string;
  @TextColumn({ name: 'account_id', length: 36 }) accountId!: string;
  @TextColumn({ length: 12 }) purpose!: 'verify-email' | 'sign-in';
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Temporal.Instant;
  @InstantColumn({ name: 'used_at', nullable: true }) usedAt!: Temporal.Instant | null;
}

/** Failed sign-ins, to slow down guessing; kept per address and per account. */
@Entity('accounts_failed_attempts')
export class FailedAttemptRecord {
  @IdColumn() id!: string;
  @TextColumn({ length: 64 }) subject!: string;
  @InstantColumn({ name: 'failed_at' }) failedAt!: Temporal.Instant;
}

/** Somebody wants nothing more to do with somebody else. */
@Entity('accounts_blocks')
export class BlockRecord {
  @IdColumn() id!: string;
  /** Unique together. */
  @RefColumn({ name: 'blocker_id' }) blockerId!: string;
  @RefColumn({ name: 'blocked_id' }) blockedId!: string;
  @InstantColumn({ name: 'blocked_at' }) blockedAt!: Temporal.Instant;
}
