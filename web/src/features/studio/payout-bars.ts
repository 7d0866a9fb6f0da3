import type { Earning, Money } from '../../shared/api/contract';

export interface PayoutBar {
  /** ISO month, "2026-11". */
  readonly month: string;
  readonly payout: Money;
  /** Of the highest month, 0 to 100. */
  readonly heightPercent: number;
}

const MONTHS_SHOWN = 12;

/** Payouts added up by month (UTC), oldest first; one currency, that of most sessions. */
export function payoutBars(items: readonly Earning[]): PayoutBar[] {
  const currency = mostUsedCurrency(items);
  const sums = new Map<string, bigint>();
  for (const { endedAt, payout } of items) {
    if (payout.currency !== currency) continue;
    const month = endedAt.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0n) + BigInt(payout.amountMinor));
  }
  const months = [...sums].sort(([a], [b]) => a.localeCompare(b)).slice(-MONTHS_SHOWN);
  const highest = months.reduce((most, [, sum]) => (sum > most ? sum : most), 1n);
  return months.map(([month, sum]) => ({
    month,
    payout: { amountMinor: sum.toString(), currency },
    heightPercent: Math.max(0, Number((sum * 100n) / highest)),
  }));
}

function mostUsedCurrency(items: readonly Earning[]): string {
  const counts = new Map<string, number>();
  for (const { payout } of items)
    counts.set(payout.currency, (counts.get(payout.currency) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'EUR';
}
