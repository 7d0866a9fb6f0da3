import { ApiProperty } from '@nestjs/swagger';
import { toMoneyJson } from '../../../shared/money.js';
import type { PayoutAccountView } from '../application/payout-accounts.js';
import type { NextPayout, PayoutsView, PayoutView } from '../application/payout-reads.js';
import { AmountResponse } from './earnings.dto.js';

const HOLD_REASONS = [
  'nothing_due',
  'negative_balance',
  'below_minimum',
  'held_by_staff',
  'no_account',
  'account_incomplete',
  'account_restricted',
  'details_changed',
] as const;

export class PayoutAccountResponse {
  @ApiProperty({ enum: ['incomplete', 'active', 'restricted'] })
  state!: 'incomplete' | 'active' | 'restricted';
  @ApiProperty({ type: [String], description: 'What the provider still asks for' })
  requirements!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'The last digits' })
  destination!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) frozenUntil!: string | null;

  static of(account: PayoutAccountView): PayoutAccountResponse {
    return { ...account, requirements: [...account.requirements] };
  }
}

export class NextPayoutResponse {
  @ApiProperty() owed!: AmountResponse;
  @ApiProperty() amount!: AmountResponse;
  @ApiProperty({ enum: HOLD_REASONS, nullable: true, description: 'null: the next round pays' })
  heldBy!: (typeof HOLD_REASONS)[number] | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) nextDueAt!: string | null;
}

export class PayoutResponse {
  @ApiProperty() id!: string;
  @ApiProperty() amount!: AmountResponse;
  @ApiProperty({ enum: ['created', 'sent', 'paid', 'refused', 'returned'] })
  state!: PayoutView['state'];
  @ApiProperty({ type: String, nullable: true }) destination!: string | null;
  @ApiProperty({ type: String, nullable: true }) failure!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class PayoutsResponse {
  @ApiProperty({ enum: ['ours', 'providers'], description: 'Whose form asks where money goes' })
  form!: 'ours' | 'providers';
  @ApiProperty({ type: () => PayoutAccountResponse, nullable: true })
  account!: PayoutAccountResponse | null;
  @ApiProperty({ type: String, nullable: true }) staffReason!: string | null;
  @ApiProperty({ type: [NextPayoutResponse] }) next!: NextPayoutResponse[];
  @ApiProperty({ type: [PayoutResponse] }) payouts!: PayoutResponse[];

  static of({ form, account, staffReason, next, payouts }: PayoutsView): PayoutsResponse {
    return {
      form,
      account: account && PayoutAccountResponse.of(account),
      staffReason,
      next: next.map(nextOf),
      payouts: payouts.map(payoutOf),
    };
  }
}

function nextOf({ owed, amount, heldBy, nextDueAt }: NextPayout): NextPayoutResponse {
  return { owed: toMoneyJson(owed), amount: toMoneyJson(amount), heldBy, nextDueAt };
}

function payoutOf({
  id,
  amount,
  state,
  destination,
  failure,
  createdAt,
}: PayoutView): PayoutResponse {
  return { id, amount: toMoneyJson(amount), state, destination, failure, createdAt };
}
