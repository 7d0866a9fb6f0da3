import { ApiProperty } from '@nestjs/swagger';
import { type Money, toMoneyJson } from '../../../shared/money.js';
import type { Earning, Earnings } from '../application/sale-reads.js';
import type { EarningState } from '../domain/payout.js';

export class AmountResponse {
  @ApiProperty({ description: 'Whole minor units as a decimal string' }) amountMinor!: string;
  @ApiProperty({ description: 'ISO 4217' }) currency!: string;
}

export class EarningResponse {
  @ApiProperty() sessionId!: string;
  @ApiProperty({ format: 'date-time' }) endedAt!: string;
  @ApiProperty() gross!: AmountResponse;
  @ApiProperty() commission!: AmountResponse;
  @ApiProperty() commissionTax!: AmountResponse;
  @ApiProperty() payout!: AmountResponse;
  @ApiProperty({ format: 'date-time' }) payoutDueAt!: string;
  @ApiProperty({ enum: ['owed', 'paying', 'paid', 'cancelled'] }) payoutState!: EarningState;
  @ApiProperty({ type: [String] }) documentIds!: string[];
}

export class EarningsTotalResponse {
  @ApiProperty() gross!: AmountResponse;
  @ApiProperty() commission!: AmountResponse;
  @ApiProperty() payout!: AmountResponse;
}

export class EarningsResponse {
  @ApiProperty({ type: [EarningResponse] }) items!: EarningResponse[];
  @ApiProperty({ type: [EarningsTotalResponse] }) totals!: EarningsTotalResponse[];

  static of({ items, totals }: Earnings): EarningsResponse {
    return {
      items: items.map(earningResponse),
      totals: totals.map(({ gross, commission, payout }) => ({
        gross: amount(gross),
        commission: amount(commission),
        payout: amount(payout),
      })),
    };
  }
}

function earningResponse(earning: Earning): EarningResponse {
  const { sessionId, endedAt, gross, commission, commissionTax, payout } = earning;
  return {
    sessionId,
    endedAt,
    gross: amount(gross),
    commission: amount(commission),
    commissionTax: amount(commissionTax),
    payout: amount(payout),
    payoutDueAt: earning.payoutDueAt,
    payoutState: earning.payoutState,
    documentIds: [...earning.documentIds],
  };
}

function amount(value: Money): AmountResponse {
  return toMoneyJson(value);
}
