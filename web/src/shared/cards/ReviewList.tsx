import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Review } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { StarRow } from '../ui/Stars';

/** What others said, in their own words. */
export function ReviewList({ reviews }: { reviews: readonly Review[] }): ReactNode {
  const t = useT();
  if (reviews.length === 0) return <p className="text-muted">{t('common:reviews.none')}</p>;
  return (
    <ul className="grid gap-5">
      {reviews.map((review) => (
        <li key={review.id} className="grid gap-1">
          <p className="flex flex-wrap items-center gap-x-3 text-sm">
            <StarRow stars={review.stars} />
            <bdi className="font-medium">{review.authorName}</bdi>
            <span className="text-muted">
              <TimeText at={review.createdAt} style="date" />
            </span>
          </p>
          <p className="own-words max-w-prose">{review.text}</p>
        </li>
      ))}
    </ul>
  );
}
