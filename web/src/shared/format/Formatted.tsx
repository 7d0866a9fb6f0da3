import type { ReactNode } from 'react';
import type { Money } from '../api/contract';
import { useLocale } from './locale-context';
import { formatMoney, formatMoneyExact } from './money';
import { formatInstant, type InstantStyle } from './time';

/** A sum, isolated from the direction of the text around it. */
export function MoneyText({ money, exact = false }: { money: Money; exact?: boolean }): ReactNode {
  const { locale } = useLocale();
  return (
    <bdi className="tabular-nums">{(exact ? formatMoneyExact : formatMoney)(money, locale)}</bdi>
  );
}

/** An instant in the reader's zone; machines read the UTC attribute. */
export function TimeText({
  at,
  style = 'date-time',
}: {
  at: string;
  style?: InstantStyle;
}): ReactNode {
  const { locale, timeZone } = useLocale();
  return (
    <time dateTime={at}>
      <bdi>{formatInstant(at, style, locale, timeZone)}</bdi>
    </time>
  );
}
