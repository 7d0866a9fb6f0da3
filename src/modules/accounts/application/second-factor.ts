import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { Clock } from '../../../platform/clock.js';
import { Secrets } from '../../../platform/config/config.js';
import type { Account } from '../domain/account.js';
import { SecondFactorNeededError, SetUpExpiredError } from '../domain/accounts.errors.js';
import { AccountRepository, type AccountWithSecrets } from '../persistence/account.repository.js';
import { SignIns } from './sign-ins.js';

/** One step before and after: phones' clocks are a little off. @source RFC 6238, section 5.2 */
const TOLERANCE_SECONDS = 30;

/** Long enough to find the phone and install an app. */
const SET_UP_MINUTES = 15;

/** What an authenticator app reads, and the sealed note of it that comes back with the first code. */
export interface SecondFactorSetUp {
  readonly secret: string;
  readonly uri: string;
  readonly setUpToken: string;
}

/** The time-based code that staff type besides their password. */
@Injectable()
export class SecondFactor {
  private readonly key: Buffer;

  constructor(
    private readonly accounts: AccountRepository,
    private readonly signIns: SignIns,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = createHash('sha256').update(`second-factor|${secrets.appSecret}`).digest();
  }

  /** @returns what an authenticator app reads; the factor counts once a first code was typed */
  async setUp(
    accountId: string,
    email: string,
    secret = generateSecret(),
  ): Promise<{ secret: string; uri: string }> {
    await this.accounts.setTotpSecret(accountId, this.encrypt(secret));
    return { secret, uri: generateURI({ issuer: 'Visavis', label: email, secret }) };
  }

  /** Makes a secret that counts for nothing yet: it is stored when the first code made with it was typed. */
  begin({ id, email }: Pick<Account, 'id' | 'email'>): SecondFactorSetUp {
    const secret = generateSecret();
    const expiresAt = this.clock.now().add({ minutes: SET_UP_MINUTES }).epochMilliseconds;
    return {
      secret,
      uri: generateURI({ issuer: 'Visavis', label: email, secret }),
      setUpToken: this.encrypt(JSON.stringify({ accountId: id, secret, expiresAt })),
    };
  }

  /**
   * Keeps the secret of a set-up once its holder typed a code made with it.
   *
   * @throws SetUpExpiredError, SecondFactorNeededError when the code is wrong, TooManyAttemptsError
   */
  async finish(setUpToken: string, code: string): Promise<Account> {
    const { accountId, secret } = this.readSetUp(setUpToken);
    const subject = subjectOf(accountId);
    await this.signIns.refuseGuessing(subject);
    if (!(await this.isRight(secret, code))) {
      await this.signIns.recordFailure(subject);
      throw new SecondFactorNeededError();
    }
    const account = await this.accounts.byId(accountId);
    const isFirst = await this.accounts.setFirstTotpSecret(accountId, this.encrypt(secret));
    if (!account || !isFirst) throw new SetUpExpiredError();
    return account;
  }

  /** @throws SecondFactorNeededError when the code is wrong; TooManyAttemptsError */
  async check({ account, totpSecret }: AccountWithSecrets, code: string): Promise<void> {
    const subject = subjectOf(account.id);
    await this.signIns.refuseGuessing(subject);
    if (totpSecret !== null && (await this.isRight(this.decrypt(totpSecret), code))) return;
    await this.signIns.recordFailure(subject);
    throw new SecondFactorNeededError();
  }

  private readSetUp(setUpToken: string): { accountId: string; secret: string } {
    try {
      const read = JSON.parse(this.decrypt(setUpToken)) as {
        accountId: string;
        secret: string;
        expiresAt: number;
      };
      if (read.expiresAt > this.clock.now().epochMilliseconds) return read;
    } catch {
      // Not sealed by us: no different from one that is too old.
    }
    throw new SetUpExpiredError();
  }

  private async isRight(secret: string, code: string): Promise<boolean> {
    if (!/^\d{6}$/.test(code)) return false;
    const epoch = Math.floor(this.clock.now().epochMilliseconds / 1000);
    return (await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS })).valid;
  }

  /** A stolen database alone must not give second factors away. */
  private encrypt(secret: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  private decrypt(stored: string): string {
    const bytes = Buffer.from(stored, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }
}

function subjectOf(accountId: string): string {
  return createHash('sha256').update(`second-factor|${accountId}`).digest('hex');
}
