import type { ReactNode } from 'react';
import { usePageData, type Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { ExpertPage as ExpertView } from '../../shared/api/contract';
import { DemoMark, ListingCardView } from '../../shared/cards/ListingCardView';
import { ReviewList } from '../../shared/cards/ReviewList';
import { TimeText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { countryName, formatList, languageName } from '../../shared/format/names';
import { Avatar } from '../../shared/ui/Avatar';
import { Panel } from '../../shared/ui/Panel';
import { RatingLine } from '../../shared/ui/Stars';

function Expert(): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { expert, listings, reviews, rating } = usePageData<ExpertView>();
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-start gap-5">
        <Avatar src={expert.avatarUrl} size="lg" />
        <div className="grid min-w-0 grow gap-1">
          <div className="flex flex-wrap items-center gap-3">
            <h1 tabIndex={-1} dir="auto" className="text-2xl">
              {expert.displayName}
            </h1>
            {expert.isDemo && <DemoMark />}
          </div>
          <p className="flex flex-wrap gap-x-3 text-sm">
            <RatingLine rating={rating} />
            <span className="text-muted">
              {t('listing:from', { country: countryName(expert.country, locale) })}
            </span>
            <span className="text-muted">
              {t('listing:since')} <TimeText at={expert.memberSince} style="date" />
            </span>
          </p>
          <p className="text-sm">
            {t('listing:speaks', {
              languages: formatList(
                expert.languages.map((code) => languageName(code, locale)),
                locale,
              ),
            })}
          </p>
          <p className="own-words mt-2 max-w-prose">{expert.about}</p>
        </div>
      </header>
      <section className="grid gap-4">
        <h2 className="text-xl">{t('listing:offers')}</h2>
        <ul className="grid gap-3">
          {listings.map((listing) => (
            <li key={listing.id}>
              <ListingCardView listing={listing} />
            </li>
          ))}
        </ul>
      </section>
      <Panel title={t('listing:reviews')}>
        <ReviewList reviews={reviews} />
      </Panel>
    </div>
  );
}

export const page: Page<ExpertView> = {
  Component: Expert,
  load: ({ api, param }) => ok(api.GET('/experts/{id}', { params: { path: { id: param('id') } } })),
  head: ({ data }) => ({ title: data.expert.displayName, description: data.expert.about }),
};
