import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { PriceView } from '../api/contract';
import { useLocale } from '../format/locale-context';
import { formatMoney } from '../format/money';
import { formatLength } from '../format/time';

/** The price as this visitor pays it; per minute never without what a usual session costs. */
export function PriceLine({
  price,
  large = false,
}: {
  price: PriceView;
  large?: boolean;
}): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const minutes = (count: number) => formatLength(count, 'minute', locale);
  if (price.model === 'free' || price.amount === null)
    return <p className={large ? 'text-xl font-bold' : 'font-medium'}>{t('common:price.free')}</p>;
  const amount = formatMoney(price.amount, locale);
  const main =
    price.model === 'per_minute'
      ? t('common:price.perMinute', { amount })
      : price.sessionMinutes === null
        ? t('common:price.perSession', { amount })
        : t('common:price.perSessionOf', { amount, length: minutes(price.sessionMinutes) });
  const notes = [
    price.typical &&
      t('common:price.typical', {
        amount: formatMoney(price.typical.amount, locale),
        length: minutes(price.typical.minutes),
      }),
    price.freeMinutes > 0 && t('common:price.freeMinutes', { length: minutes(price.freeMinutes) }),
    large && t(price.taxIncluded ? 'common:price.taxIncluded' : 'common:price.taxAdded'),
  ].filter((note): note is string => typeof note === 'string');
  return (
    <div>
      <p className={large ? 'text-xl font-bold' : 'font-medium'}>{main}</p>
      {notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}
