import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { money, type Money } from '../../../shared/money.js';
import type { HoldReason, PayoutState } from '../domain/payout.js';
import { EarningRecord, PayoutHoldRecord, PayoutRecord } from '../persistence/payout.records.js';
import { SaleRecord } from '../persistence/sale.records.js';
import { PayoutAccounts, type PayoutAccountView } from './payout-accounts.js';
import { PayoutGateway } from './payout-ports.js';
import { PlanPayouts } from './plan-payouts.js';
import type { SaleTerms } from './sale-terms.js';

const SHOWN_MAX = 100;

export interface PayoutView {
  readonly id: string;
  readonly expertId: string;
  readonly amount: Money;
  readonly state: PayoutState;
  readonly destination: string | null;
  readonly failure: string | null;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/** What comes next in one currency. */
export interface NextPayout {
  /** Of everything that is owed, also what is not due yet. */
  readonly owed: Money;
  /** What the next round would send; below zero where more is owed back than earned. */
  readonly amount: Money;
  /** Why nothing would be sent; null when it would. */
  readonly heldBy: HoldReason | null;
  /** When the next earning falls due; null when nothing waits. RFC 3339, UTC. */
  readonly nextDueAt: string | null;
}

export interface PayoutsView {
  readonly form: 'ours' | 'providers';
  readonly account: PayoutAccountView | null;
  /** What staff said when they held the money back; null when nobody did. */
  readonly staffReason: string | null;
  readonly next: readonly NextPayout[];
  readonly payouts: readonly PayoutView[];
}

/** One line of a statement: a session that was paid for, or one that was given back afterwards. */
export interface StatementLine {
  readonly saleId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly performedAt: string;
  readonly kind: 'session' | 'reversal';
  readonly collected: Money;
  readonly commission: Money;
  readonly commissionTax: Money;
  readonly withheld: Money;
  readonly paid: Money;
}

export interface Statement {
  readonly payout: PayoutView;
  readonly lines: readonly StatementLine[];
}

@Injectable()
export class PayoutReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: PayoutAccounts,
    private readonly plans: PlanPayouts,
    private readonly gateway: PayoutGateway,
  ) {}

  async of(expertId: string): Promise<PayoutsView> {
    const { manager } = this.unitOfWork;
    const open = await manager.findBy(EarningRecord, {
      expertId,
      state: In(['owed', 'paying']),
    });
    const payouts = await manager.find(PayoutRecord, {
      where: { expertId },
      order: { createdAt: 'DESC' },
      take: SHOWN_MAX,
    });
    const hold = await manager.findOneBy(PayoutHoldRecord, { expertId });
    return {
      form: this.gateway.form,
      account: await this.accounts.of(expertId),
      staffReason: hold?.reason ?? null,
      next: await this.nextOf(expertId, open),
      payouts: payouts.map(payoutView),
    };
  }

  /** What a payout is made of. @throws NotFoundError also for somebody else's */
  async statement(id: string, expertId: string): Promise<Statement> {
    const { manager } = this.unitOfWork;
    const payout = await manager.findOneBy(PayoutRecord, { id, expertId });
    if (!payout) throw new NotFoundError('payout');
    const earnings = await manager.find(EarningRecord, {
      where: { payoutId: id },
      order: { createdAt: 'ASC' },
    });
    const sales = await manager.findBy(SaleRecord, {
      id: In(earnings.map(({ saleId }) => saleId)),
    });
    const lines = earnings.flatMap((earning) => {
      const sale = sales.find((one) => one.id === earning.saleId);
      return sale ? [lineOf(earning, sale)] : [];
    });
    return { payout: payoutView(payout), lines };
  }

  async list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: PayoutView[]; total: number }> {
    const [records, total] = await this.unitOfWork.manager.findAndCount(PayoutRecord, {
      order: { createdAt: 'DESC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: records.map(payoutView), total };
  }

  async byId(id: string): Promise<PayoutView | null> {
    const record = await this.unitOfWork.manager.findOneBy(PayoutRecord, { id });
    return record && payoutView(record);
  }

  private async nextOf(
    expertId: string,
    open: readonly EarningRecord[],
  ): Promise<readonly NextPayout[]> {
    const currencies = [...new Set(open.map(({ currency }) => currency))];
    return Promise.all(
      currencies.map(async (currency): Promise<NextPayout> => {
        const own = open.filter((earning) => earning.currency === currency);
        const plan = await this.plans.plan(expertId, currency);
        const waiting = own.filter(({ state }) => state === 'owed').map(({ dueAt }) => dueAt);
        const first = waiting.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0];
        return {
          owed: money(
            own.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
            currency,
          ),
          amount: money(plan.amountMinor, currency),
          heldBy: plan.kind === 'hold' ? plan.reason : null,
          nextDueAt: first?.toString() ?? null,
        };
      }),
    );
  }
}

export function payoutView(record: PayoutRecord): PayoutView {
  const { id, expertId, amountMinor, currency, state, destination, failure } = record;
  return {
    id,
    expertId,
    amount: money(amountMinor, currency),
    state,
    destination,
    failure,
    createdAt: record.createdAt.toString(),
    sentAt: record.sentAt?.toString() ?? null,
  };
}

function lineOf(earning: EarningRecord, sale: SaleRecord): StatementLine {
  const isSession = earning.causeId === sale.id;
  const amount = (minor: bigint): Money => money(isSession ? minor : 0n, sale.currency);
  return {
    saleId: sale.id,
    sessionId: sale.sessionId,
    title: (sale.terms as SaleTerms).asked.title,
    performedAt: sale.performedAt.toString(),
    kind: isSession ? 'session' : 'reversal',
    collected: amount(sale.collectedMinor),
    commission: amount(sale.commissionMinor),
    commissionTax: amount(sale.commissionTaxMinor),
    withheld: amount(sale.withheldMinor),
    paid: money(earning.amountMinor, sale.currency),
  };
}
