import type { Earning } from '../../shared/api/contract';
import { payoutBars } from './payout-bars';

const earning = (endedAt: string, amountMinor: string, currency = 'EUR') =>
  ({ endedAt, payout: { amountMinor, currency } }) as Earning;

describe('payoutBars', () => {
  it('adds up by month, oldest first, the highest filling the height', () => {
    const bars = payoutBars([
      earning('2026-11-20T10:00:00Z', '3000'),
      earning('2026-10-02T10:00:00Z', '2000'),
      earning('2026-11-03T10:00:00Z', '1000'),
    ]);
    expect(bars).toEqual([
      { month: '2026-10', payout: { amountMinor: '2000', currency: 'EUR' }, heightPercent: 50 },
      { month: '2026-11', payout: { amountMinor: '4000', currency: 'EUR' }, heightPercent: 100 },
    ]);
  });

  it('never adds two currencies', () => {
    const bars = payoutBars([
      earning('2026-11-20T10:00:00Z', '3000'),
      earning('2026-11-20T10:00:00Z', '500'),
      earning('2026-11-20T10:00:00Z', '9000', 'JPY'),
    ]);
    expect(bars.map(({ payout }) => payout)).toEqual([{ amountMinor: '3500', currency: 'EUR' }]);
  });
});
