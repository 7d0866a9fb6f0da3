import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../../platform/clock.js';
import { isUniqueViolation } from '../../../../platform/database/errors.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Ids } from '../../../../platform/ids.js';
import { InvalidInputError } from '../../../../shared/domain-error.js';
import { money } from '../../../../shared/money.js';
import {
  PayoutGateway,
  type ProviderAccount,
  type ProviderTransfer,
} from '../../application/payout-ports.js';
import { PaymentProviderRefusedError } from '../../domain/billing.errors.js';
import { SandboxAccountRecord, SandboxTransferRecord } from '../../persistence/sandbox.records.js';
import { type AccountBehaviour, digitsOf, testAccountOf } from './test-accounts.js';

/** As long as banks take. */
const ARRIVES_HOURS = 24;

/** Pays experts inside the process: accounts that are known by heart, and money that arrives a day later or comes back. */
@Injectable()
export class SandboxPayouts extends PayoutGateway {
  readonly name = 'sandbox';
  readonly form = 'ours';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async openAccount({
    reference,
  }: Parameters<PayoutGateway['openAccount']>[0]): Promise<ProviderAccount> {
    try {
      await this.unitOfWork.manager.insert(SandboxAccountRecord, {
        id: this.ids.next(),
        reference,
        accountNumber: null,
        behaviour: 'none',
        createdAt: this.clock.now(),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return accountOf(
      await this.unitOfWork.manager.findOneByOrFail(SandboxAccountRecord, { reference }),
    );
  }

  async setDestination({
    accountId,
    accountNumber,
  }: Parameters<PayoutGateway['setDestination']>[0]): Promise<ProviderAccount> {
    const behaviour = testAccountOf(accountNumber);
    if (behaviour === null)
      throw new InvalidInputError([{ field: 'accountNumber', rule: 'not_a_test_account' }]);
    await this.unitOfWork.manager.update(
      SandboxAccountRecord,
      { id: accountId },
      { accountNumber: digitsOf(accountNumber), behaviour },
    );
    return accountOf(await this.load(accountId));
  }

  onboardingUrl(): Promise<null> {
    return Promise.resolve(null);
  }

  async findAccount(accountId: string): Promise<ProviderAccount | null> {
    const record = await this.unitOfWork.manager.findOneBy(SandboxAccountRecord, { id: accountId });
    return record ? accountOf(record) : null;
  }

  async transfer({
    key,
    reference,
    accountId,
    amount,
  }: Parameters<PayoutGateway['transfer']>[0]): Promise<ProviderTransfer> {
    const { behaviour } = await this.load(accountId);
    if (behaviour === 'none' || behaviour === 'restricted')
      throw new PaymentProviderRefusedError('account_not_payable');
    const now = this.clock.now();
    const isPaid = behaviour === 'paid';
    try {
      await this.unitOfWork.manager.insert(SandboxTransferRecord, {
        id: this.ids.next(),
        callKey: key,
        reference,
        accountId,
        amountMinor: amount.amountMinor,
        currency: amount.currency,
        state: isPaid ? 'paid' : 'returned',
        failure: isPaid ? null : behaviour,
        arrivesAt: now.add({ hours: ARRIVES_HOURS }),
        createdAt: now,
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return this.transferOf(
      await this.unitOfWork.manager.findOneByOrFail(SandboxTransferRecord, { callKey: key }),
    );
  }

  async findTransfer(transferId: string): Promise<ProviderTransfer | null> {
    const record = await this.unitOfWork.manager.findOneBy(SandboxTransferRecord, {
      id: transferId,
    });
    return record ? this.transferOf(record) : null;
  }

  private load(id: string): Promise<SandboxAccountRecord> {
    return this.unitOfWork.manager.findOneByOrFail(SandboxAccountRecord, { id });
  }

  private transferOf(record: SandboxTransferRecord): ProviderTransfer {
    const { id, reference, amountMinor, currency, state, failure, arrivesAt } = record;
    const hasArrived = Temporal.Instant.compare(this.clock.now(), arrivesAt) >= 0;
    return {
      id,
      reference,
      amount: money(amountMinor, currency),
      state: hasArrived ? state : 'sent',
      failure: hasArrived ? failure : null,
    };
  }
}

function accountOf({ id, behaviour, accountNumber }: SandboxAccountRecord): ProviderAccount {
  return {
    id,
    state: stateOf(behaviour as AccountBehaviour),
    requirements: behaviour === 'restricted' ? ['identity_document'] : [],
    destination: accountNumber === null ? null : `•••• ${accountNumber.slice(-4)}`,
  };
}

function stateOf(behaviour: AccountBehaviour): ProviderAccount['state'] {
  if (behaviour === 'none') return 'incomplete';
  return behaviour === 'restricted' ? 'restricted' : 'active';
}
