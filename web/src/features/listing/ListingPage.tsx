import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageData, type Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { ListingPage as ListingView } from '../../shared/api/contract';
import { DemoMark } from '../../shared/cards/ListingCardView';
import { ReviewList } from '../../shared/cards/ReviewList';
import { useLocale } from '../../shared/format/locale-context';
import { countryName, formatList, languageName } from '../../shared/format/names';
import { Avatar } from '../../shared/ui/Avatar';
import { ShieldIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';
import { RatingLine } from '../../shared/ui/Stars';
import { ActionBox, ActionBar } from './ActionBox';
import { NextSlots } from './NextSlots';
import { OfferText } from './OfferText';

function Listing(): ReactNode {
  const listing = usePageData<ListingView>();
  return (
    <>
      <div className="grid gap-8 pb-24 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:pb-0">
        <div className="grid gap-6">
          <Opening listing={listing} />
          <OfferText listing={listing} />
          <Times listing={listing} />
          <Promises listing={listing} />
          <Reviews listing={listing} />
        </div>
        <ActionBox listing={listing} />
      </div>
      <ActionBar listing={listing} />
    </>
  );
}

function Times({ listing }: { listing: ListingView }) {
  const t = useT();
  return (
    <Panel id="times" title={t('listing:times')}>
      <NextSlots listing={listing} />
    </Panel>
  );
}

function Reviews({ listing }: { listing: ListingView }) {
  const t = useT();
  return (
    <Panel title={t('listing:reviews')} aside={<RatingLine rating={listing.rating} />}>
      <ReviewList reviews={listing.reviews} />
    </Panel>
  );
}

export function Opening({ listing }: { listing: ListingView }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { expert, category } = listing;
  return (
    <header className="grid gap-4">
      <nav aria-label={t('listing:trail')} className="text-sm">
        <Link
          to={`/categories/${category.slug}`}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {category.name}
        </Link>
      </nav>
      <h1 tabIndex={-1} lang={listing.language} dir="auto" className="text-2xl">
        {listing.title}
      </h1>
      <p lang={listing.language} className="own-words max-w-prose text-lg text-muted">
        {listing.summary}
      </p>
      <div className="flex items-center gap-4">
        <Avatar src={expert.avatarUrl} size="lg" />
        <div className="grid gap-0.5">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              to={`/experts/${expert.id}`}
              dir="auto"
              className="inline-flex min-h-11 items-center text-lg font-medium hover:underline"
            >
              {expert.displayName}
            </Link>
            {expert.isDemo && <DemoMark />}
          </p>
          <p className="text-sm text-muted">
            {t('listing:from', { country: countryName(expert.country, locale) })}
          </p>
          <p className="text-sm">
            {t('listing:speaks', {
              languages: formatList(
                listing.languages.map((code) => languageName(code, locale)),
                locale,
              ),
            })}
          </p>
          <p className="text-sm">
            <RatingLine rating={listing.rating} />
          </p>
        </div>
      </div>
    </header>
  );
}

function Promises({ listing }: { listing: ListingView }) {
  const t = useT();
  return (
    <Panel title={t('listing:ifNot')}>
      <dl className="grid gap-4 sm:grid-cols-2">
        <div className="grid content-start gap-1">
          <dt className="flex items-center gap-2 font-medium">
            <ShieldIcon className="text-accent" />
            {t('listing:guarantee')}
          </dt>
          <dd className="text-sm text-muted">
            {t('listing:guaranteeText', { hours: listing.guaranteeHours })}{' '}
            <Link to="/guarantee" className="text-accent underline">
              {t('listing:guaranteeMore')}
            </Link>
          </dd>
        </div>
        <div className="grid content-start gap-1">
          <dt className="font-medium">{t('listing:cancellation')}</dt>
          <dd className="text-sm text-muted">{listing.cancellationPolicy.text}</dd>
        </div>
      </dl>
      {listing.commissionNote && (
        <p className="mt-4 border-t border-line pt-4 text-sm text-muted">
          {listing.commissionNote}
        </p>
      )}
    </Panel>
  );
}

export const page: Page<ListingView> = {
  Component: Listing,
  load: ({ api, param }) =>
    ok(api.GET('/listings/{id}', { params: { path: { id: param('id') } } })),
  head: ({ data }) => ({
    title: `${data.title} · ${data.expert.displayName}`,
    description: data.summary,
  }),
};
