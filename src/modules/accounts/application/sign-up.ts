import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { type Account, checkSignUp, type Role, type SignUpForm } from '../domain/account.js';
import type { AccountSignedUp } from '../domain/accounts.events.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { Passwords } from './passwords.js';

export interface NewAccountOptions {
  readonly roles?: readonly Role[];
  readonly isDemo?: boolean;
  /** The installation vouches for the address (demo people, the first admin). */
  readonly isVerified?: boolean;
}

@Injectable()
export class SignUp {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws InvalidInputError listing every broken rule; EmailTakenError */
  async signUp(form: SignUpForm, options: NewAccountOptions = {}): Promise<Account> {
    const checked = checkSignUp(form);
    if (!checked.ok) throw new InvalidInputError(checked.refusal);
    if (form.password === null && !options.isDemo)
      throw new InvalidInputError([{ field: 'password', rule: 'required' }]);
    const passwordHash = form.password === null ? null : await this.passwords.hash(form.password);
    const account = this.accountOf(checked.value, options);
    await this.unitOfWork.run(async () => {
      await this.accounts.add(account, passwordHash);
      await this.tellSignedUp(account);
    });
    return account;
  }

  private accountOf(form: SignUpForm, options: NewAccountOptions): Account {
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      email: form.email,
      emailVerifiedAt: options.isVerified ? now : null,
      displayName: form.displayName,
      country: form.country,
      language: form.language,
      timeZone: form.timeZone,
      roles: options.roles ?? ['learner'],
      isDemo: options.isDemo ?? false,
      createdAt: now,
    };
  }

  private tellSignedUp(account: Account): Promise<void> {
    const news: News<AccountSignedUp> = {
      name: 'accounts.account.signed-up',
      aggregateId: account.id,
      data: { accountId: account.id },
    };
    return this.outbox.publish(news, account.createdAt);
  }
}
