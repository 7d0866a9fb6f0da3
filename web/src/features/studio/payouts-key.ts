/** Under which the pages keep what they know of an expert's payouts. */
export const PAYOUTS_KEY = ['studio', 'payouts'] as const;
