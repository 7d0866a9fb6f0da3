import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Logger } from '../../../platform/logging/logger.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { money } from '../../../shared/money.js';
import { PaymentProviderRefusedError } from '../domain/billing.errors.js';
import type { PayoutFailed, PayoutSent } from '../domain/billing.events.js';
import type { PayoutState } from '../domain/payout.js';
import { payoutPosting, returnPosting } from '../domain/payout-postings.js';
import { EarningRecord, PayoutRecord } from '../persistence/payout.records.js';
import { Ledger } from './ledger.js';
import { PayoutAccounts } from './payout-accounts.js';
import { PayoutGateway, type ProviderTransfer } from './payout-ports.js';
import { type PayoutTurn, PlanPayouts } from './plan-payouts.js';

const EVERY_MS = 3_600_000;
/** Banks take about a day; until then nobody needs to ask. */
export const ARRIVAL_HOURS = 24;

/** Somebody else moved the payout on, or took the earnings up, meanwhile. */
class MovedMeanwhile extends Error {}

/**
 * Pays experts what is due. A payout is written with its earnings before the provider is asked, under the key that
 * the provider gets; what was refused or comes back is owed again, so the next round takes it up.
 */
@Injectable()
export class PayExperts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly plans: PlanPayouts,
    private readonly accounts: PayoutAccounts,
    private readonly gateway: PayoutGateway,
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.round().catch((error: unknown) => this.logger.error('payouts did not begin', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Everybody's turn, each as a job of its own; several copies at once are one. */
  async round(): Promise<void> {
    for (const turn of await this.plans.due()) await this.call(turn);
  }

  private async call(turn: PayoutTurn): Promise<void> {
    try {
      await this.unitOfWork.run(() =>
        this.outbox.schedule({
          name: 'billing.pay-expert',
          key: `billing-pay-expert:${openKeyOf(turn)}`,
          dueAt: this.clock.now().toString(),
          payload: turn,
        }),
      );
    } catch (error) {
      // Another copy called the same expert at this moment.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  @OnJob('billing.pay-expert')
  async pay(to: PayoutTurn): Promise<void> {
    const payout = (await this.openOf(to)) ?? (await this.begin(to));
    if (payout) await this.send(payout);
  }

  @OnJob('billing.watch-payout')
  async watch({ payoutId }: { readonly payoutId: string }): Promise<void> {
    const payout = await this.load(payoutId);
    if (payout.state !== 'sent' || payout.providerRef === null) return;
    const transfer = await this.gateway.findTransfer(payout.providerRef);
    if (transfer?.state === 'paid') await this.arrived(payout);
    else if (transfer?.state === 'returned') await this.cameBack(payout, transfer);
    else await this.unitOfWork.run(() => this.watchLater(payout.id));
  }

  private openOf(to: PayoutTurn): Promise<PayoutRecord | null> {
    return this.unitOfWork.manager.findOneBy(PayoutRecord, { openKey: openKeyOf(to) });
  }

  /** @returns null when nothing is to be paid, or somebody else began it */
  private async begin(to: PayoutTurn): Promise<PayoutRecord | null> {
    const plan = await this.plans.plan(to.expertId, to.currency);
    const account = await this.accounts.find(to.expertId);
    if (plan.kind === 'hold' || !account?.providerRef) return null;
    const record: PayoutRecord = {
      id: this.ids.next(),
      ...to,
      amountMinor: plan.amountMinor,
      state: 'created',
      openKey: openKeyOf(to),
      provider: this.gateway.name,
      accountRef: account.providerRef,
      destination: account.destination,
      providerRef: null,
      failure: null,
      createdAt: this.clock.now(),
      sentAt: null,
      closedAt: null,
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(PayoutRecord, record);
        await this.takeUp(record.id, plan.earningIds, plan.amountMinor);
      });
      return record;
    } catch (error) {
      if (error instanceof MovedMeanwhile || isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** The earnings as they are now must still be what the plan was made of. */
  private async takeUp(
    payoutId: string,
    earningIds: readonly string[],
    amountMinor: bigint,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const taken = await manager.update(
      EarningRecord,
      { id: In([...earningIds]), state: 'owed' },
      { state: 'paying', payoutId },
    );
    const earnings = await manager.findBy(EarningRecord, { payoutId });
    const sum = earnings.reduce((total, earning) => total + earning.amountMinor, 0n);
    if (taken.affected !== earningIds.length || sum !== amountMinor) throw new MovedMeanwhile();
  }

  private async send(payout: PayoutRecord): Promise<void> {
    const { id, accountRef, amountMinor, currency } = payout;
    let transfer: ProviderTransfer;
    try {
      transfer = await this.gateway.transfer({
        key: `payout:${id}`,
        reference: id,
        accountId: accountRef,
        amount: money(amountMinor, currency),
      });
    } catch (error) {
      if (!(error instanceof PaymentProviderRefusedError)) throw error;
      return this.refused(payout, String(error.facts['reason']));
    }
    await this.left(payout, transfer.id);
  }

  private async left(payout: PayoutRecord, providerRef: string): Promise<void> {
    const { id, currency } = payout;
    const sentAt = this.clock.now();
    await this.ledger.prepare(currency);
    await this.move(payout, 'sent', { providerRef, sentAt, openKey: null }, async () => {
      await this.ledger.post(currency, [payoutPosting(factsOf(payout))], sentAt);
      await this.setEarnings(id, { state: 'paid' });
      await this.watchLater(id);
      await this.outbox.publish<PayoutSent>({
        name: 'billing.payout.sent',
        aggregateId: payout.expertId,
        data: { ...toldOf(payout), destination: payout.destination },
      });
    });
  }

  private refused(payout: PayoutRecord, failure: string): Promise<void> {
    const closedAt = this.clock.now();
    return this.move(payout, 'refused', { failure, closedAt, openKey: null }, async () => {
      await this.setEarnings(payout.id, { state: 'owed', payoutId: null });
      await this.tellFailed(payout, failure);
    });
  }

  private arrived(payout: PayoutRecord): Promise<void> {
    return this.move(payout, 'paid', { closedAt: this.clock.now() }, () => Promise.resolve());
  }

  private cameBack(payout: PayoutRecord, { failure }: ProviderTransfer): Promise<void> {
    const closedAt = this.clock.now();
    return this.move(payout, 'returned', { failure, closedAt }, async () => {
      await this.ledger.post(payout.currency, [returnPosting(factsOf(payout))], closedAt);
      await this.setEarnings(payout.id, { state: 'owed', payoutId: null });
      await this.tellFailed(payout, failure ?? 'returned');
    });
  }

  private tellFailed(payout: PayoutRecord, failure: string): Promise<void> {
    return this.outbox.publish<PayoutFailed>({
      name: 'billing.payout.failed',
      aggregateId: payout.expertId,
      data: { ...toldOf(payout), failure },
    });
  }

  /** One step on, with everything that belongs to it or not at all; a step that was made already is passed over. */
  private async move(
    { id, state }: PayoutRecord,
    next: PayoutState,
    changes: Partial<PayoutRecord>,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await this.unitOfWork.run(async () => {
        const moved = await this.unitOfWork.manager.update(
          PayoutRecord,
          { id, state },
          { ...changes, state: next },
        );
        if (moved.affected !== 1) throw new MovedMeanwhile();
        await work();
      });
    } catch (error) {
      if (!(error instanceof MovedMeanwhile)) throw error;
    }
  }

  private async setEarnings(payoutId: string, changes: Partial<EarningRecord>): Promise<void> {
    await this.unitOfWork.manager.update(EarningRecord, { payoutId }, changes);
  }

  private watchLater(payoutId: string): Promise<void> {
    return this.outbox.schedule({
      name: 'billing.watch-payout',
      key: `billing-watch-payout:${payoutId}`,
      dueAt: this.clock.now().add({ hours: ARRIVAL_HOURS }).toString(),
      payload: { payoutId },
    });
  }

  private load(id: string): Promise<PayoutRecord> {
    return this.unitOfWork.manager.findOneByOrFail(PayoutRecord, { id });
  }
}

function openKeyOf({ expertId, currency }: PayoutTurn): string {
  return `${expertId}:${currency}`;
}

function factsOf({
  id,
  expertId,
  provider,
  amountMinor,
  currency,
}: PayoutRecord): Parameters<typeof payoutPosting>[0] {
  return { id, expertId, provider, amount: money(amountMinor, currency) };
}

function toldOf({ id, expertId, amountMinor, currency }: PayoutRecord): {
  payoutId: string;
  expertId: string;
  amountMinor: string;
  currency: string;
} {
  return { payoutId: id, expertId, amountMinor: amountMinor.toString(), currency };
}
