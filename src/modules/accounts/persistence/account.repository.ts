import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, IsNull, Like } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Account } from '../domain/account.js';
import { EmailTakenError } from '../domain/accounts.errors.js';
import { AccountRecord } from './account.record.js';

/** An account with what only the sign-in may see. */
export interface AccountWithSecrets {
  readonly account: Account;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
}

@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws EmailTakenError */
  async add(account: Account, passwordHash: string | null): Promise<void> {
    try {
      await this.unitOfWork.manager.insert(AccountRecord, {
        ...account,
        roles: [...account.roles],
        passwordHash,
        totpSecret: null,
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new EmailTakenError() : error;
    }
  }

  async byId(id: string): Promise<Account | null> {
    const record = await this.unitOfWork.manager.findOneBy(AccountRecord, { id });
    return record ? accountOf(record) : null;
  }

  async byIds(ids: readonly string[]): Promise<Account[]> {
    if (ids.length === 0) return [];
    const records = await this.unitOfWork.manager.findBy(AccountRecord, {
      id: In([...new Set(ids)]),
    });
    return records.map(accountOf);
  }

  withSecretsByEmail(email: string): Promise<AccountWithSecrets | null> {
    return this.withSecrets({ email });
  }

  withSecretsById(id: string): Promise<AccountWithSecrets | null> {
    return this.withSecrets({ id });
  }

  async change(id: string, changes: Partial<Omit<Account, 'id'>>): Promise<void> {
    const { roles, ...rest } = changes;
    await this.unitOfWork.manager.update(
      AccountRecord,
      { id },
      { ...rest, ...(roles ? { roles: [...roles] } : {}) },
    );
  }

  async setTotpSecret(id: string, totpSecret: string): Promise<void> {
    await this.unitOfWork.manager.update(AccountRecord, { id }, { totpSecret });
  }

  /** @returns false when there is one already */
  async setFirstTotpSecret(id: string, totpSecret: string): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      AccountRecord,
      { id, totpSecret: IsNull() },
      { totpSecret },
    );
    return result.affected === 1;
  }

  async markVerified(id: string, at: Temporal.Instant): Promise<boolean> {
    const result = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(AccountRecord)
      .set({ emailVerifiedAt: at })
      .where('id = :id AND email_verified_at IS NULL', { id })
      .execute();
    return result.affected === 1;
  }

  async list(page: {
    readonly offset: number;
    readonly limit: number;
    readonly matching?: string;
  }): Promise<{ items: Account[]; total: number }> {
    const part = page.matching === undefined ? null : likePattern(page.matching);
    const [records, total] = await this.unitOfWork.manager.findAndCount(AccountRecord, {
      ...(part === null
        ? {}
        : { where: [{ email: Like(part.toLowerCase()) }, { displayName: Like(part) }] }),
      order: { id: 'DESC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: records.map(accountOf), total };
  }

  private async withSecrets(
    where: { id: string } | { email: string },
  ): Promise<AccountWithSecrets | null> {
    const record = await this.unitOfWork.manager.findOneBy(AccountRecord, where);
    return record
      ? {
          account: accountOf(record),
          passwordHash: record.passwordHash,
          totpSecret: record.totpSecret,
        }
      : null;
  }
}

function accountOf(record: AccountRecord): Account {
  return {
    id: record.id,
    email: record.email,
    emailVerifiedAt: record.emailVerifiedAt,
    displayName: record.displayName,
    country: record.country,
    language: record.language,
    timeZone: record.timeZone,
    roles: record.roles,
    isDemo: record.isDemo,
    createdAt: record.createdAt,
  };
}

/** The sign that LIKE reads as "anything" is left out rather than escaped: the stores escape differently. */
function likePattern(part: string): string {
  return `%${part.trim().replace(/[%\\]/g, '')}%`;
}
