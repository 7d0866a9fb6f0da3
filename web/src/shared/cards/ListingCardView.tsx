import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { ListingCard, SearchPage } from '../api/contract';
import { useLocale } from '../format/locale-context';
import { formatList, languageName } from '../format/names';
import { Avatar } from '../ui/Avatar';
import { Skeleton } from '../ui/Skeleton';
import { RatingLine } from '../ui/Stars';
import { AvailabilityAction } from './Availability';
import { Marked } from './Marked';
import { PriceLine } from './PriceLine';

type SearchResult = SearchPage['items'][number];

/** A listing as it stands in lists: who, what, in which languages, how good, how much, and when. */
export function ListingCardView({ listing }: { listing: ListingCard | SearchResult }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { expert } = listing;
  const found = 'why' in listing ? listing : undefined;
  return (
    <article className="relative grid gap-4 rounded-lg border border-line bg-surface p-4 transition-shadow hover:shadow-card sm:grid-cols-[1fr_auto] sm:items-center sm:p-5">
      <div className="flex min-w-0 gap-4">
        <Avatar src={expert.avatarUrl} size="md" className="size-14 sm:size-18" />
        <div className="grid min-w-0 content-start gap-1">
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <bdi className="whitespace-normal font-medium">{expert.displayName}</bdi>
            {expert.isDemo && <DemoMark />}
          </p>
          <h3 className="text-base leading-snug">
            {/* The whole card is the link's target; the action lies above it. */}
            <Link
              to={`/listings/${listing.id}`}
              lang={listing.language}
              dir="auto"
              className="after:absolute after:inset-0 after:rounded-lg hover:underline"
            >
              <Marked text={listing.title} ranges={found?.highlights.title} />
            </Link>
          </h3>
          <p lang={listing.language} className="own-words line-clamp-2 text-sm text-muted">
            <Marked text={listing.summary} ranges={found?.highlights.summary} />
          </p>
          <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
            <RatingLine rating={listing.rating} />
            <span className="text-muted">
              <span className="sr-only">{t('common:languages')}: </span>
              {formatList(
                listing.languages.map((code) => languageName(code, locale)),
                locale,
              )}
            </span>
          </p>
          {found && <WhyHere why={found.why} />}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line pt-3 sm:w-58 sm:flex-col sm:items-stretch sm:border-0 sm:pt-0 sm:text-end">
        <div className="min-w-36 flex-1 sm:flex-none">
          <PriceLine price={listing.price} />
        </div>
        <div className="relative shrink-0 max-sm:grow sm:self-stretch">
          <AvailabilityAction listing={listing} />
        </div>
      </div>
    </article>
  );
}

/** In words what put the offer where it stands; the order itself is explained nowhere else. */
function WhyHere({ why }: Pick<SearchResult, 'why'>) {
  const t = useT();
  const { locale } = useLocale();
  if (why.length === 0) return null;
  return (
    <p className="text-xs text-muted">
      {t('search:why.label')}:{' '}
      {formatList(
        why.map((reason) => t(`search:why.${reason}`)),
        locale,
      )}
    </p>
  );
}

export function DemoMark(): ReactNode {
  const t = useT();
  return (
    <span className="rounded-full bg-sunken px-2 py-0.5 text-xs text-muted">
      {t('common:demo')}
    </span>
  );
}

export function ListingCardSkeleton(): ReactNode {
  return (
    <div className="grid gap-4 rounded-lg border border-line p-4 sm:grid-cols-[1fr_auto] sm:p-5">
      <div className="flex gap-4">
        <Skeleton className="size-14 rounded-full sm:size-18" />
        <div className="grid grow content-start gap-2">
          <Skeleton className="h-5 w-28" />
          <Skeleton className="h-6 w-3/4" />
          <Skeleton className="h-5 w-full" />
          <Skeleton className="h-5 w-40" />
        </div>
      </div>
      <Skeleton className="h-11 w-full rounded-full sm:w-58" />
    </div>
  );
}
