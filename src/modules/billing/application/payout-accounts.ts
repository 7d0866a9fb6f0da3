import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { PayoutAccountChanged } from '../domain/billing.events.js';
import { PayoutAccountMissingError } from '../domain/billing.errors.js';
import { DETAILS_FREEZE_HOURS, type PayoutAccountState } from '../domain/payout.js';
import { PayoutAccountRecord } from '../persistence/payout.records.js';
import { PayoutGateway, type ProviderAccount } from './payout-ports.js';

export interface PayoutAccountView {
  readonly state: PayoutAccountState;
  readonly requirements: readonly string[];
  /** The last digits; null while the provider knows none. */
  readonly destination: string | null;
  /** RFC 3339, UTC; null when nothing was changed lately. */
  readonly frozenUntil: string | null;
}

export interface AccountOwner {
  readonly expertId: string;
  readonly email: string;
  readonly country: string;
}

/** Where experts are paid. The numbers are the provider's to keep; here is how it stands, and when it was changed. */
@Injectable()
export class PayoutAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: PayoutGateway,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async of(expertId: string): Promise<PayoutAccountView | null> {
    const record = await this.find(expertId);
    return record && this.viewOf(record);
  }

  find(expertId: string): Promise<PayoutAccountRecord | null> {
    return this.unitOfWork.manager.findOneBy(PayoutAccountRecord, {
      expertId,
      provider: this.gateway.name,
    });
  }

  /** Makes the account at the provider, or finds the one that was made. */
  async open({ expertId, email, country }: AccountOwner): Promise<PayoutAccountRecord> {
    const known = await this.note(expertId, email);
    if (known.providerRef !== null) return known;
    const account = await this.gateway.openAccount({
      key: `payout-account:${expertId}`,
      reference: expertId,
      country,
      email,
    });
    return this.see(known, account);
  }

  /**
   * Where money goes from now on, for a provider that leaves asking to us. Whoever changes what was known keeps
   * their money back for three days.
   *
   * @throws InvalidInputError (field `accountNumber`), PaymentProviderUnavailableError
   */
  async setDestination(owner: AccountOwner, accountNumber: string): Promise<PayoutAccountView> {
    const account = await this.open(owner);
    const seen = await this.gateway.setDestination({
      key: `payout-destination:${owner.expertId}:${this.clock.now().epochMilliseconds}`,
      accountId: refOf(account),
      accountNumber,
    });
    return this.viewOf(await this.see(account, seen, owner.email));
  }

  /** Address of the provider's own page; null where ours asks. @throws PaymentProviderUnavailableError */
  async onboardingUrl(owner: AccountOwner, returnUrl: string): Promise<string | null> {
    const account = await this.open(owner);
    return this.gateway.onboardingUrl(refOf(account), returnUrl);
  }

  /** Asks the provider how the account stands. @throws PayoutAccountMissingError, PaymentProviderUnavailableError */
  async refresh(expertId: string, email?: string): Promise<PayoutAccountView> {
    const known = await this.find(expertId);
    if (!known || known.providerRef === null) throw new PayoutAccountMissingError();
    const account = await this.gateway.findAccount(known.providerRef);
    return this.viewOf(account ? await this.see(known, account, email) : known);
  }

  /** Of the account that the provider names; nothing where it is not ours. */
  async refreshByRef(providerRef: string): Promise<void> {
    const known = await this.unitOfWork.manager.findOneBy(PayoutAccountRecord, { providerRef });
    if (known) await this.refresh(known.expertId);
  }

  private async note(expertId: string, email: string): Promise<PayoutAccountRecord> {
    const known = await this.find(expertId);
    if (known) return known;
    try {
      await this.unitOfWork.manager.insert(PayoutAccountRecord, {
        expertId,
        provider: this.gateway.name,
        providerRef: null,
        state: 'incomplete',
        requirements: [],
        destination: null,
        contact: email,
        frozenUntil: null,
        changedAt: this.clock.now(),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return this.load(expertId);
  }

  private load(expertId: string): Promise<PayoutAccountRecord> {
    return this.unitOfWork.manager.findOneByOrFail(PayoutAccountRecord, { expertId });
  }

  /** Another destination than the one that was known is a change; the first one is not. */
  private async see(
    known: PayoutAccountRecord,
    account: ProviderAccount,
    email = known.contact,
  ): Promise<PayoutAccountRecord> {
    const now = this.clock.now();
    const isSet = account.destination !== null && account.destination !== known.destination;
    const isChange = isSet && known.destination !== null;
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.update(
        PayoutAccountRecord,
        { expertId: known.expertId },
        {
          providerRef: account.id,
          state: account.state,
          requirements: [...account.requirements],
          destination: account.destination,
          ...(isSet && { contact: email, changedAt: now }),
          ...(isChange && { frozenUntil: now.add({ hours: DETAILS_FREEZE_HOURS }) }),
        },
      );
      if (isSet)
        await this.outbox.publish<PayoutAccountChanged>({
          name: 'billing.payout-account.changed',
          aggregateId: known.expertId,
          data: {
            expertId: known.expertId,
            destination: account.destination,
            isFirst: !isChange,
            contacts: [...new Set([known.contact, email])],
          },
        });
    });
    return this.load(known.expertId);
  }

  private viewOf(record: PayoutAccountRecord): PayoutAccountView {
    const { state, requirements, destination, frozenUntil } = record;
    const isFrozen =
      frozenUntil !== null && Temporal.Instant.compare(this.clock.now(), frozenUntil) < 0;
    return {
      state,
      requirements: requirements as string[],
      destination,
      frozenUntil: isFrozen ? frozenUntil.toString() : null,
    };
  }
}

function refOf({ expertId, providerRef }: PayoutAccountRecord): string {
  if (providerRef === null) throw new Error(`the account of ${expertId} is not made yet`);
  return providerRef;
}
