/** Names of the ledger's accounts: kind, owner, purpose. */
export const ACCOUNT = {
  /** What the payment provider holds for us. */
  clearing: (provider: string): string => `provider:${provider}:clearing`,
  /** What an expert is to be paid. */
  payable: (expertId: string): string => `expert:${expertId}:payable`,
  commission: 'platform:commission',
  /** Tax that the platform owes a jurisdiction. */
  taxOwed: (jurisdiction: string): string => `tax:${jurisdiction}:owed`,
  /** Held back from experts for their own tax. */
  withheld: (jurisdiction: string): string => `tax:${jurisdiction}:withheld`,
  /** Paid back to learners at the platform's own cost. */
  guarantee: 'platform:guarantee',
  /** Let go because the provider cannot take so little. */
  waived: 'platform:waived',
  unbilled: 'platform:unbilled',
} as const;
