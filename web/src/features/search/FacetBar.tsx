import type { ReactNode } from 'react';
import { Form, Link, useSearchParams, useSubmit } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { Facet, SearchPage } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatNumber } from '../../shared/format/names';
import { cx } from '../../shared/ui/cx';
import { CheckIcon, CloseIcon, DownIcon } from '../../shared/ui/icons';
import { FILTERS, isFiltered, toggled, without, type Filter } from './search-address';

/** Filters as links: each has an address, works without JavaScript, and the back button undoes it. */
export function FacetBar({ facets }: { facets: SearchPage['facets'] }): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const freeNowCount = facets.freeNow.find(({ value }) => value === '1')?.count ?? 0;
  return (
    <nav aria-label={t('search:filters')} className="grid min-w-0 gap-4">
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 lg:mx-0 lg:flex-wrap lg:px-0">
        <Chip
          filter="freeNow"
          facet={{ value: '1', label: t('search:freeNow'), count: freeNowCount }}
        />
        {facets.price.map((facet) => (
          <Chip
            key={facet.value}
            filter="price"
            facet={{ ...facet, label: t(`search:prices.${facet.value}`) }}
          />
        ))}
        {isFiltered(params) && (
          <li className="shrink-0">
            <Link
              to={without(params, FILTERS)}
              className="inline-flex min-h-11 items-center gap-1 rounded-full px-3 text-sm font-medium text-accent"
            >
              <CloseIcon />
              {t('search:clear')}
            </Link>
          </li>
        )}
      </ul>
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4 lg:grid-cols-1">
        <SortField />
        <FacetGroup
          title={t('search:soonest')}
          hint={t('search:soonestHint')}
          filter="soonest"
          facets={facets.soonest}
        />
        <FacetGroup
          title={t('search:priceBand')}
          hint={t('search:priceBandHint')}
          filter="priceBand"
          facets={facets.priceBand}
        />
        <FacetGroup title={t('search:category')} filter="category" facets={facets.category} />
        <FacetGroup title={t('search:stars')} filter="stars" facets={facets.stars} />
        <FacetGroup title={t('search:language')} filter="language" facets={facets.language} />
      </div>
    </nav>
  );
}

function Chip({ filter, facet }: { filter: Filter; facet: Facet }) {
  const { locale } = useLocale();
  const [params] = useSearchParams();
  const isOn = params.get(filter) === facet.value;
  return (
    <li className="shrink-0">
      <Link
        to={toggled(params, filter, facet.value)}
        preventScrollReset
        aria-current={isOn || undefined}
        className={cx(
          'inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4 text-sm font-medium whitespace-nowrap',
          isOn ? 'border-accent bg-accent-soft text-accent' : 'border-edge bg-surface',
        )}
      >
        {isOn && <CheckIcon />}
        {facet.label}
        <bdi className="font-normal text-muted">{formatNumber(facet.count, locale)}</bdi>
      </Link>
    </li>
  );
}

function FacetGroup({
  title,
  hint,
  filter,
  facets,
}: {
  title: string;
  hint?: string;
  filter: Filter;
  facets: readonly Facet[];
}) {
  const { locale } = useLocale();
  const [params] = useSearchParams();
  const chosen = facets.find(({ value }) => value === params.get(filter));
  if (facets.length === 0) return null;
  return (
    <details
      className="group min-w-0 rounded-md border border-line bg-surface max-lg:open:col-span-full"
      open={chosen !== undefined}
    >
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 text-sm font-medium">
        <span>
          {title}
          {chosen && <span className="text-accent">: {chosen.label}</span>}
        </span>
        <DownIcon className="text-muted transition-transform group-open:rotate-180" />
      </summary>
      {hint && <p className="border-t border-line px-4 pt-2.5 text-sm text-muted">{hint}</p>}
      <ul className={cx('p-1.5', !hint && 'border-t border-line')}>
        {facets.map((facet) => {
          const isOn = params.get(filter) === facet.value;
          return (
            <li key={facet.value}>
              <Link
                to={toggled(params, filter, facet.value)}
                preventScrollReset
                aria-current={isOn || undefined}
                className={cx(
                  'flex min-h-11 items-center gap-2 rounded-sm px-2.5 text-sm hover:bg-sunken',
                  isOn && 'font-medium text-accent',
                )}
              >
                <span className="w-5">{isOn && <CheckIcon />}</span>
                <span className="grow">{facet.label}</span>
                <bdi className="text-muted">{formatNumber(facet.count, locale)}</bdi>
              </Link>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const ORDERS = ['best', 'price', 'rating'] as const;

/** The order as a small form of its own: sent on change, or with its button where there is no JavaScript. */
function SortField() {
  const t = useT();
  const submit = useSubmit();
  const [params] = useSearchParams();
  const kept = [...params].filter(([name]) => name !== 'sort' && name !== 'cursor');
  return (
    <Form
      action="/search"
      className="flex items-center rounded-md border border-line bg-surface ps-4 text-sm"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="sort" className="shrink-0 font-medium">
        {t('search:sort')}
      </label>
      <select
        id="sort"
        name="sort"
        defaultValue={params.get('sort') ?? 'best'}
        onChange={(event) => void submit(event.currentTarget.form)}
        className="min-h-11 grow appearance-none bg-transparent ps-2 pe-9 text-end"
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`search:orders.${order}`)}
          </option>
        ))}
      </select>
      <DownIcon className="pointer-events-none -ms-8 me-4 text-muted" />
      <noscript>
        <button className="min-h-11 px-3 font-medium text-accent">{t('search:apply')}</button>
      </noscript>
    </Form>
  );
}
