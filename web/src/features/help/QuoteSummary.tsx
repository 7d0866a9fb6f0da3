import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { PriceView, Quote } from '../../shared/api/contract';
import { PriceLine } from '../../shared/cards/PriceLine';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatPercent } from '../../shared/format/names';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { Skeleton } from '../../shared/ui/Skeleton';

interface QuoteSummaryProps {
  query: UseQueryResult<Quote>;
  price: PriceView;
  guaranteeHours: number;
}

/** Price, ceiling, tax and the way out, before anything is held. */
export function QuoteSummary({ query, price, guaranteeHours }: QuoteSummaryProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const quote = query.data;
  if (price.model === 'free')
    return (
      <Notice tone="good" title={t('help:freeTitle')}>
        {t('help:freeText')}
      </Notice>
    );
  return (
    <Panel title={t('help:costTitle')}>
      <dl aria-live="polite" className="grid gap-3">
        <Line label={t('help:price')}>
          <PriceLine price={{ ...price, typical: null }} />
        </Line>
        <Line label={t('help:ceiling')} isStrong>
          {quote ? <MoneyText money={quote.ceiling} exact /> : <Skeleton className="h-6 w-20" />}
        </Line>
        {quote?.tax && (
          <Line
            label={t('help:taxIncluded', {
              label: quote.tax.label,
              rate: formatPercent(quote.tax.ratePercent, locale),
            })}
          >
            <MoneyText money={quote.tax.amount} exact />
          </Line>
        )}
      </dl>
      <p className="mt-4 text-sm text-muted">{t('help:holdText')}</p>
      <p className="mt-1 text-sm text-muted">
        {quote?.refundRule ?? t('help:refund', { hours: guaranteeHours })}
      </p>
      {quote && !quote.sellable.ok && (
        <Notice tone="danger" className="mt-4" title={t('common:availability.notSold')} />
      )}
    </Panel>
  );
}

interface LineProps {
  label: string;
  isStrong?: boolean;
  children: ReactNode;
}

function Line({ label, isStrong = false, children }: LineProps): ReactNode {
  return (
    <div
      className={isStrong ? 'flex justify-between gap-4 font-bold' : 'flex justify-between gap-4'}
    >
      <dt>{label}</dt>
      <dd className="text-end">{children}</dd>
    </div>
  );
}
