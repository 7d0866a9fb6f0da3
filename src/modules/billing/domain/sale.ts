/** How far the payment of a session is. */
export type SaleState =
  /** Being settled. */
  | 'open'
  /** Captured, posted, documented. */
  | 'settled'
  /** There was nothing to pay. */
  | 'free'
  /** Less than the provider can take; let go and posted as such. */
  | 'waived'
  /** The provider could not get the money. */
  | 'uncollected';

export const NEXT_SALE_STATES = {
  open: ['settled', 'free', 'waived', 'uncollected'],
  settled: [],
  free: [],
  waived: [],
  uncollected: [],
} as const satisfies Record<SaleState, readonly SaleState[]>;
