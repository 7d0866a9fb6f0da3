import type { ReactNode } from 'react';
import type { Earning } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatDay } from '../../shared/format/time';
import { payoutBars } from './payout-bars';

/** Payouts by month. A list with bars, so that what is drawn is also what is read out. */
export function PayoutChart({ items }: { items: readonly Earning[] }): ReactNode {
  const { locale } = useLocale();
  return (
    <ul className="flex h-56 items-end gap-3 overflow-x-auto pt-2">
      {payoutBars(items).map(({ month, payout, heightPercent }) => (
        <li
          key={month}
          className="flex h-full min-w-16 flex-1 flex-col justify-end gap-1 text-center text-sm"
        >
          <span className="font-medium">
            <MoneyText money={payout} />
          </span>
          <span
            aria-hidden="true"
            className="mx-auto w-full max-w-16 rounded-t-md bg-accent"
            style={{ height: `${heightPercent * 0.7}%`, minHeight: '2px' }}
          />
          <span className="text-muted">
            {formatDay(`${month}-01`, { month: 'short', year: '2-digit' }, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
