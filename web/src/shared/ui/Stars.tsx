import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../format/locale-context';
import { formatNumber } from '../format/names';
import type { Rating } from '../api/contract';
import { cx } from './cx';
import { StarIcon } from './icons';

/** Average and count in one line; a screen reader hears it as a sentence. */
export function RatingLine({ rating }: { rating: Rating | null }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  if (rating === null || rating.count === 0)
    return <span className="text-muted">{t('common:rating.none')}</span>;
  const average = formatNumber(rating.average, locale, 1);
  return (
    <span className="inline-flex items-center gap-1">
      <StarIcon className="text-star" />
      <span className="sr-only">{t('common:rating.spoken', { average, count: rating.count })}</span>
      <span aria-hidden="true">
        <bdi className="font-medium">{average}</bdi>{' '}
        <bdi className="text-muted">({formatNumber(rating.count, locale)})</bdi>
      </span>
    </span>
  );
}

/** The stars that one person gave. */
export function StarRow({ stars }: { stars: number }): ReactNode {
  const t = useT();
  return (
    <span
      role="img"
      aria-label={t('common:rating.given', { count: stars })}
      className="inline-flex"
    >
      {[1, 2, 3, 4, 5].map((place) => (
        <StarIcon key={place} className={cx(place <= stars ? 'text-star' : 'text-line')} />
      ))}
    </span>
  );
}
