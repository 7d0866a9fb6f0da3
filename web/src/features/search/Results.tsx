import type { ReactNode } from 'react';
import { Link, useNavigation, useSearchParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { SearchPage } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatNumber } from '../../shared/format/names';
import { ListingCardView } from '../../shared/cards/ListingCardView';
import { buttonClass, ButtonLink } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { EmptyState } from '../../shared/ui/EmptyState';
import { SearchIcon } from '../../shared/ui/icons';
import { FacetBar } from './FacetBar';
import { FILTERS, isFiltered, withCursor, without } from './search-address';

export function Results({ view }: { view: SearchPage }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const [params] = useSearchParams();
  const isBusy = useNavigation().location?.pathname === '/search';
  return (
    <div className="grid gap-5 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
      <FacetBar facets={view.facets} />
      <section aria-labelledby="results" aria-busy={isBusy} className="grid gap-3">
        <h2 id="results" className="sr-only">
          {t('search:results')}
        </h2>
        <p role="status" className="text-sm text-muted">
          {t('search:count', { count: view.total, shown: formatNumber(view.total, locale) })}
        </p>
        {view.corrected && (
          <p>
            {t('search:corrected')} <strong dir="auto">{view.corrected}</strong>
          </p>
        )}
        {view.items.length === 0 ? (
          <NothingFound />
        ) : (
          <ul className={cx('grid gap-3 transition-opacity', isBusy && 'opacity-60')}>
            {view.items.map((listing) => (
              <li key={listing.id}>
                <ListingCardView listing={listing} />
              </li>
            ))}
          </ul>
        )}
        {view.nextCursor && (
          <Link
            to={withCursor(params, view.nextCursor)}
            className={buttonClass('secondary', 'justify-self-center')}
          >
            {t('search:more')}
          </Link>
        )}
        {view.items.length > 0 && !view.nextCursor && (
          <div className="grid justify-items-center gap-3 pt-4 text-center">
            <p className="text-muted">{t('search:endHint')}</p>
            <AskEveryone />
          </div>
        )}
      </section>
    </div>
  );
}

/** Where the list ends, or where there is none: the problem can go to everyone who could know. */
function AskEveryone() {
  const t = useT();
  const [params] = useSearchParams();
  const asked = new URLSearchParams();
  const [problem, category] = [params.get('q'), params.get('category')];
  if (problem) asked.set('problem', problem);
  if (category) asked.set('category', category);
  return <ButtonLink to={`/ask?${asked.toString()}`}>{t('search:nothing.ask')}</ButtonLink>;
}

function NothingFound() {
  const t = useT();
  const [params] = useSearchParams();
  return (
    <EmptyState
      icon={SearchIcon}
      title={t('search:nothing.title')}
      action={
        <div className="flex flex-wrap justify-center gap-3">
          {isFiltered(params) && (
            <ButtonLink to={without(params, FILTERS)}>
              {t('search:nothing.withoutFilters')}
            </ButtonLink>
          )}
          <AskEveryone />
          <ButtonLink look="secondary" to="/">
            {t('search:nothing.categories')}
          </ButtonLink>
        </div>
      }
    >
      {t('search:nothing.hint')}
    </EmptyState>
  );
}
