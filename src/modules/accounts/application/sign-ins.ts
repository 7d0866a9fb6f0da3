import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Authenticator, type Principal } from '../../../platform/http/principal.js';
import { Ids } from '../../../platform/ids.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { type Account, normaliseEmail } from '../domain/account.js';
import { TooManyAttemptsError, WrongCredentialsError } from '../domain/accounts.errors.js';
import { FailedAttemptRecord, SignInRecord } from '../persistence/account.record.js';
import { AccountRepository, type AccountWithSecrets } from '../persistence/account.repository.js';
import { Passwords } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

const LIFETIME_DAYS = { web: 30, console: 1 } as const;
/** A person mistypes a few times; more within the window is guessing. */
const FAILED_ATTEMPTS_MAX = 8;
const FAILED_ATTEMPTS_WINDOW_SECONDS = 15 * 60;

/** Begins, recognises and ends the sign-ins of browsers. */
@Injectable()
export class SignIns extends Authenticator {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly unitOfWork: UnitOfWork,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  /**
   * Checks mail address and password; slows down whoever guesses.
   *
   * @throws WrongCredentialsError, TooManyAttemptsError
   */
  async checkPassword(email: string, password: string): Promise<AccountWithSecrets> {
    const subject = createHash('sha256').update(normaliseEmail(email)).digest('hex');
    await this.refuseGuessing(subject);
    const found = await this.accounts.withSecretsByEmail(normaliseEmail(email));
    if (!(await this.passwords.matches(found?.passwordHash ?? null, password)) || !found) {
      await this.recordFailure(subject);
      throw new WrongCredentialsError();
    }
    await this.unitOfWork.manager.delete(FailedAttemptRecord, { subject });
    return found;
  }

  /** @returns the token for the cookie; it is not stored and cannot be shown again */
  async begin(
    account: Account,
    audience: SignInRecord['audience'],
  ): Promise<{ token: string; expiresAt: string }> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = now.add({ hours: 24 * LIFETIME_DAYS[audience] });
    await this.unitOfWork.manager.insert(SignInRecord, {
      id: this.ids.next(),
      tokenHash: hashToken(token),
      accountId: account.id,
      audience,
      createdAt: now,
      expiresAt,
      endedAt: null,
    });
    return { token, expiresAt: expiresAt.toString() };
  }

  authenticate(token: string): Promise<Principal | null> {
    return this.recognise(token, 'web');
  }

  async recognise(token: string, audience: SignInRecord['audience']): Promise<Principal | null> {
    const signIn = await this.unitOfWork.manager.findOneBy(SignInRecord, {
      tokenHash: hashToken(token),
      audience,
      endedAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
    });
    const account = signIn ? await this.accounts.byId(signIn.accountId) : null;
    return signIn && account
      ? {
          accountId: account.id,
          signInId: signIn.id,
          roles: account.roles,
          locale: account.language,
        }
      : null;
  }

  lasts(signInId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(SignInRecord, {
      id: signInId,
      endedAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
    });
  }

  async end(signInId: string): Promise<void> {
    await this.unitOfWork.manager.update(
      SignInRecord,
      { id: signInId, endedAt: IsNull() },
      { endedAt: this.clock.now() },
    );
    this.realtime.disconnectSignIn(signInId);
  }

  async recordFailure(subject: string): Promise<void> {
    await this.unitOfWork.manager.insert(FailedAttemptRecord, {
      id: this.ids.next(),
      subject,
      failedAt: this.clock.now(),
    });
  }

  async refuseGuessing(subject: string): Promise<void> {
    const since = this.clock.now().subtract({ seconds: FAILED_ATTEMPTS_WINDOW_SECONDS });
    const failures = await this.unitOfWork.manager.countBy(FailedAttemptRecord, {
      subject,
      failedAt: MoreThan(since),
    });
    if (failures >= FAILED_ATTEMPTS_MAX)
      throw new TooManyAttemptsError(FAILED_ATTEMPTS_WINDOW_SECONDS);
  }
}
