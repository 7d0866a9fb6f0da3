import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { minorUnitsOf } from '../../../shared/currency.js';
import { type PayoutPlan, planPayout } from '../domain/payout.js';
import { ClaimRecord } from '../persistence/claim.record.js';
import { EarningRecord, PayoutHoldRecord, PayoutRecord } from '../persistence/payout.records.js';
import { PayoutAccounts } from './payout-accounts.js';

const CLAIMS_OPEN = ['auto_decided', 'with_expert', 'with_reviewer'] as const;

/** Whom a round pays, in what. */
export interface PayoutTurn {
  readonly expertId: string;
  readonly currency: string;
}

/** What would be paid to an expert now, from everything that is known. */
@Injectable()
export class PlanPayouts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: PayoutAccounts,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async plan(expertId: string, currency: string): Promise<PayoutPlan> {
    const { manager } = this.unitOfWork;
    const earnings = await manager.findBy(EarningRecord, { expertId, currency, state: 'owed' });
    const account = await this.accounts.find(expertId);
    return planPayout({
      owed: await this.parts(earnings),
      nowMs: this.clock.now().epochMilliseconds,
      minimumMinor: this.minimumOf(currency),
      account: account && {
        state: account.state,
        frozenUntilMs: account.frozenUntil?.epochMilliseconds ?? null,
      },
      isHeldByStaff: await manager.existsBy(PayoutHoldRecord, { expertId }),
    });
  }

  /** Everybody who has something due, or a payout that was cut off, by currency. */
  async due(): Promise<PayoutTurn[]> {
    const { manager } = this.unitOfWork;
    const due = await manager
      .createQueryBuilder(EarningRecord, 'earning')
      .select('earning.expert_id', 'expertId')
      .addSelect('earning.currency', 'currency')
      .where({ state: 'owed', dueAt: LessThanOrEqual(this.clock.now()) })
      .groupBy('earning.expert_id')
      .addGroupBy('earning.currency')
      .getRawMany<PayoutTurn>();
    const cutOff = await manager.findBy(PayoutRecord, { state: 'created' });
    return [...due, ...cutOff.map(({ expertId, currency }) => ({ expertId, currency }))];
  }

  /** Of coins without a hundredth a hundred times as many are worth as much. */
  private minimumOf(currency: string): bigint {
    const digits = Math.max(minorUnitsOf(currency), 2);
    return BigInt(this.config.payouts.minimum) * 10n ** BigInt(digits);
  }

  private async parts(earnings: readonly EarningRecord[]): Promise<
    {
      id: string;
      amountMinor: bigint;
      dueAtMs: number;
      isClaimed: boolean;
    }[]
  > {
    const claims = await this.unitOfWork.manager.findBy(ClaimRecord, {
      saleId: In(earnings.map(({ saleId }) => saleId)),
      state: In([...CLAIMS_OPEN]),
    });
    const claimed = new Set(claims.map(({ saleId }) => saleId));
    return earnings.map(({ id, saleId, amountMinor, dueAt }) => ({
      id,
      amountMinor,
      dueAtMs: dueAt.epochMilliseconds,
      isClaimed: claimed.has(saleId),
    }));
  }
}
