import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/http/principal.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { InvalidInputError } from '../../shared/domain-error.js';
import { Blocks } from './application/blocks.js';
import { Links } from './application/links.js';
import { SecondFactor, type SecondFactorSetUp } from './application/second-factor.js';
import { type NewAccountOptions, SignUp } from './application/sign-up.js';
import { SignIns } from './application/sign-ins.js';
import {
  type Account,
  checkCountry,
  checkName,
  isStaff,
  type Role,
  type SignUpForm,
} from './domain/account.js';
import {
  ApartError,
  EmailNotVerifiedError,
  SecondFactorNotSetUpError,
  UnknownAccountError,
  WrongCredentialsError,
  WrongPasswordError,
} from './domain/accounts.errors.js';
import type { AccountChanged } from './domain/accounts.events.js';
import { AccountRepository, type AccountWithSecrets } from './persistence/account.repository.js';

/** A person as other modules see one. */
export interface PersonView {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string;
  readonly avatarUrl: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly isDemo: boolean;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

export interface ProfileChanges {
  readonly displayName?: string;
  readonly country?: string;
  readonly language?: string;
  readonly timeZone?: string;
}

/** People: who they are and how they prove it. */
@Injectable()
export class AccountsFacade {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly signUps: SignUp,
    private readonly signIns: SignIns,
    private readonly links: Links,
    private readonly secondFactor: SecondFactor,
    private readonly blocks: Blocks,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** @throws InvalidInputError, EmailTakenError */
  async signUp(form: SignUpForm, options?: NewAccountOptions): Promise<PersonView> {
    return viewOf(await this.signUps.signUp(form, options));
  }

  /** @throws UnknownAccountError */
  async person(id: string): Promise<PersonView> {
    const account = await this.accounts.byId(id);
    if (!account) throw new UnknownAccountError(id);
    return viewOf(account);
  }

  /** By id; people that do not exist are left out. */
  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonView>> {
    const accounts = await this.accounts.byIds(ids);
    return new Map(accounts.map((account) => [account.id, viewOf(account)]));
  }

  async personByEmail(email: string): Promise<PersonView | null> {
    const found = await this.accounts.withSecretsByEmail(email.trim().toLowerCase());
    return found ? viewOf(found.account) : null;
  }

  /**
   * For the console; newest first.
   *
   * @param matching part of a mail address or a name; upper and lower case count alike in addresses
   */
  async listPeople(page: {
    readonly offset: number;
    readonly limit: number;
    readonly matching?: string;
  }): Promise<{ items: PersonView[]; total: number }> {
    const { items, total } = await this.accounts.list(page);
    return { items: items.map(viewOf), total };
  }

  /** @throws EmailNotVerifiedError, UnknownAccountError */
  async assertVerified(id: string): Promise<void> {
    if (!(await this.person(id)).emailVerified) throw new EmailNotVerifiedError();
  }

  async grantRole(id: string, role: Role): Promise<void> {
    const person = await this.person(id);
    if (person.roles.includes(role)) return;
    await this.change(id, { roles: [...person.roles, role] });
  }

  /** @throws InvalidInputError */
  async changeProfile(id: string, changes: ProfileChanges): Promise<PersonView> {
    const problems = [
      ...(changes.displayName === undefined ? [] : checkName(changes.displayName)),
      ...(changes.country === undefined ? [] : checkCountry(changes.country)),
    ];
    if (problems.length > 0) throw new InvalidInputError(problems);
    await this.change(id, changes);
    return this.person(id);
  }

  /** A link that signs its holder in once; printed at start for the demo people, mailed for others. */
  issueSignInLink(accountId: string): Promise<string> {
    return this.links.issue(accountId, 'sign-in');
  }

  /**
   * Signs staff in to the console: password, then the code of the second factor.
   *
   * @throws WrongCredentialsError (also for people who are not staff), SecondFactorNeededError,
   *   SecondFactorNotSetUpError, TooManyAttemptsError
   */
  async signInToConsole(
    email: string,
    password: string,
    code: string,
  ): Promise<{ token: string; expiresAt: string }> {
    const found = await this.staffByPassword(email, password);
    if (found.totpSecret === null) throw new SecondFactorNotSetUpError();
    await this.secondFactor.check(found, code);
    return this.signIns.begin(found.account, 'console');
  }

  /**
   * For staff who have the password but no second factor yet: a secret for the authenticator app.
   * Nothing is stored before `finishSecondFactor`, so a set-up that was left can be begun again.
   *
   * @throws WrongCredentialsError (also when there is a second factor already), TooManyAttemptsError
   */
  async beginSecondFactor(email: string, password: string): Promise<SecondFactorSetUp> {
    const found = await this.staffByPassword(email, password);
    if (found.totpSecret !== null) throw new WrongCredentialsError();
    return this.secondFactor.begin(found.account);
  }

  /**
   * Keeps the second factor once its first code is right, and signs in to the console.
   *
   * @throws SetUpExpiredError, SecondFactorNeededError, TooManyAttemptsError
   */
  async finishSecondFactor(
    setUpToken: string,
    code: string,
  ): Promise<{ token: string; expiresAt: string }> {
    return this.signIns.begin(await this.secondFactor.finish(setUpToken, code), 'console');
  }

  consolePerson(token: string): Promise<Principal | null> {
    return this.signIns.recognise(token, 'console');
  }

  /** Whether a sign-in of a browser still lasts. */
  isSignedIn(signInId: string): Promise<boolean> {
    return this.signIns.lasts(signInId);
  }

  endSignIn(signInId: string): Promise<void> {
    return this.signIns.end(signInId);
  }

  /** @param secret base32; made at random when left out */
  setUpSecondFactor(
    accountId: string,
    email: string,
    secret?: string,
  ): Promise<{ secret: string; uri: string }> {
    return this.secondFactor.setUp(accountId, email, secret);
  }

  /**
   * Asks the person who is signed in for the password once more, before something that a borrowed browser must not do.
   *
   * @throws WrongPasswordError, TooManyAttemptsError
   */
  async confirmPassword(id: string, password: string): Promise<PersonView> {
    const person = await this.person(id);
    try {
      await this.signIns.checkPassword(person.email, password);
    } catch (error) {
      throw error instanceof WrongCredentialsError ? new WrongPasswordError() : error;
    }
    return person;
  }

  private async staffByPassword(email: string, password: string): Promise<AccountWithSecrets> {
    const found = await this.signIns.checkPassword(email, password);
    if (!isStaff(found.account)) throw new WrongCredentialsError();
    return found;
  }

  private async change(id: string, changes: Partial<Omit<Account, 'id'>>): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.accounts.change(id, changes);
      await this.outbox.publish<AccountChanged>({
        name: 'accounts.account.changed',
        aggregateId: id,
        data: { accountId: id },
      });
    });
  }

  /** From now on the two do not reach each other: no ring, no booking, either way. Repeating it changes nothing. */
  block(personId: string, otherId: string): Promise<void> {
    return this.blocks.block(personId, otherId);
  }

  /** Takes a block of this person's own back; that of the other stays. */
  unblock(personId: string, otherId: string): Promise<void> {
    return this.blocks.unblock(personId, otherId);
  }

  /** Whom this person blocked, newest first. */
  blockedBy(personId: string): Promise<readonly string[]> {
    return this.blocks.of(personId);
  }

  /** Which of the others must not meet this person, whichever of the two blocked the other. */
  apartFrom(personId: string, others: readonly string[]): Promise<ReadonlySet<string>> {
    return this.blocks.apart(personId, others);
  }

  /** @throws ApartError when one of the two blocked the other; it does not say which */
  async assertNotApart(personId: string, otherId: string): Promise<void> {
    if ((await this.apartFrom(personId, [otherId])).size > 0) throw new ApartError();
  }
}

export function viewOf(account: Account): PersonView {
  return {
    id: account.id,
    email: account.email,
    emailVerified: account.emailVerifiedAt !== null,
    displayName: account.displayName,
    avatarUrl: `/api/v1/avatars/${account.id}.svg`,
    country: account.country,
    language: account.language,
    timeZone: account.timeZone,
    roles: account.roles,
    isDemo: account.isDemo,
    createdAt: account.createdAt.toString(),
  };
}
