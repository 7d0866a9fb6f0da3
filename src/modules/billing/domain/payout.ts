/**
 * One transfer of what an expert has earned. `created` is written before the provider is asked; `sent` has left
 * us; `paid` has arrived. What was refused or came back is owed again, and paid by a later payout.
 */
export const PAYOUT_NEXT = {
  created: ['sent', 'refused'],
  sent: ['paid', 'returned'],
  paid: [],
  refused: [],
  returned: [],
} as const satisfies Record<string, readonly string[]>;

export type PayoutState = keyof typeof PAYOUT_NEXT;

/** `owed` until a payout takes it up, `paying` while that is not certain to have left, `paid` since it has. */
export type EarningState = 'owed' | 'paying' | 'paid' | 'cancelled';

/** Whether an expert's account at the payment provider can be paid to, as the provider sees it. */
export type PayoutAccountState = 'incomplete' | 'active' | 'restricted';

export interface PayoutAccountStanding {
  readonly state: PayoutAccountState;
  /** Until when changed details keep money back; epoch milliseconds. */
  readonly frozenUntilMs: number | null;
}

/** What a sale, or the reversal of one, means for its expert. */
export interface OwedPart {
  readonly id: string;
  /** Below zero where a sale was reversed after it had been paid out. */
  readonly amountMinor: bigint;
  readonly dueAtMs: number;
  /** The learner has claimed the guarantee, and it is not decided. */
  readonly isClaimed: boolean;
}

export type HoldReason =
  | 'nothing_due'
  | 'negative_balance'
  | 'below_minimum'
  | 'held_by_staff'
  | 'no_account'
  | 'account_incomplete'
  | 'account_restricted'
  | 'details_changed';

export type PayoutPlan =
  | { readonly kind: 'pay'; readonly amountMinor: bigint; readonly earningIds: readonly string[] }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly amountMinor: bigint };

export interface PayoutQuestion {
  readonly owed: readonly OwedPart[];
  readonly nowMs: number;
  /** Smallest amount worth a transfer, in minor units; at least one. */
  readonly minimumMinor: bigint;
  /** Null while the expert has told of none. */
  readonly account: PayoutAccountStanding | null;
  readonly isHeldByStaff: boolean;
}

/**
 * What one payout of a currency would be now. What is due and not claimed is paid in one sum; what is owed back
 * counts at once, so that nobody is paid first and asked for it afterwards.
 */
export function planPayout(question: PayoutQuestion): PayoutPlan {
  const { owed, nowMs, minimumMinor } = question;
  const counted = owed.filter(
    ({ amountMinor, dueAtMs, isClaimed }) => amountMinor < 0n || (dueAtMs <= nowMs && !isClaimed),
  );
  const amountMinor = counted.reduce((sum, part) => sum + part.amountMinor, 0n);
  const reason = holdReason(question, counted.length, amountMinor);
  if (reason !== null) return { kind: 'hold', reason, amountMinor };
  if (amountMinor < minimumMinor) return { kind: 'hold', reason: 'below_minimum', amountMinor };
  return { kind: 'pay', amountMinor, earningIds: counted.map(({ id }) => id) };
}

function holdReason(
  { account, isHeldByStaff, nowMs }: PayoutQuestion,
  count: number,
  amountMinor: bigint,
): HoldReason | null {
  if (amountMinor < 0n) return 'negative_balance';
  if (count === 0 || amountMinor === 0n) return 'nothing_due';
  if (isHeldByStaff) return 'held_by_staff';
  if (account === null) return 'no_account';
  if (account.state === 'incomplete') return 'account_incomplete';
  if (account.state === 'restricted') return 'account_restricted';
  if (account.frozenUntilMs !== null && nowMs < account.frozenUntilMs) return 'details_changed';
  return null;
}

/** Changed details keep money back so long: whoever took an account over is noticed before it is gone. */
export const DETAILS_FREEZE_HOURS = 72;
