import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Form, Link } from 'react-router';
import { usePageData, type Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Category, HomePage as HomeView } from '../../shared/api/contract';
import { CategoryArt } from '../../shared/cards/CategoryArt';
import { ListingCardView } from '../../shared/cards/ListingCardView';
import { EmptyState } from '../../shared/ui/EmptyState';
import { BellIcon, ForwardIcon, ShieldIcon } from '../../shared/ui/icons';
import { SearchField } from '../../shared/ui/SearchField';
import { Wayfarers } from './Wayfarers';

/** Presence moves by itself; this only brings in who was not on the page yet. */
const FRESH_EVERY_MS = 30_000;

function Home(): ReactNode {
  const t = useT();
  const api = useApi();
  const drawn = usePageData<HomeView>();
  const { data } = useQuery({
    queryKey: ['home'],
    queryFn: () => ok(api.GET('/home')),
    initialData: drawn,
    refetchInterval: FRESH_EVERY_MS,
  });
  return (
    <div className="grid gap-14">
      <Hero freeNow={data.stats.expertsFreeNow} />
      <Section title={t('home:categories.title')}>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {data.categories
            .filter(({ parentSlug }) => parentSlug === null)
            .map((category) => (
              <li key={category.id}>
                <CategoryTile category={category} />
              </li>
            ))}
        </ul>
      </Section>
      <Section
        title={t('home:freeNow.title')}
        more={{ to: '/search?freeNow=1', label: t('home:freeNow.all') }}
      >
        {data.freeNow.length === 0 ? (
          <EmptyState icon={BellIcon} title={t('home:freeNow.none')}>
            {t('home:freeNow.noneHint')}
          </EmptyState>
        ) : (
          <ul className="grid gap-3">
            {data.freeNow.map((listing) => (
              <li key={listing.id}>
                <ListingCardView listing={listing} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <HowItWorks />
    </div>
  );
}

function Hero({ freeNow }: { freeNow: number }) {
  const t = useT();
  return (
    <section className="grid items-center gap-8 pt-2 md:grid-cols-[1.2fr_1fr] md:pt-8">
      <div className="grid gap-5">
        <h1 tabIndex={-1} className="text-3xl">
          {t('home:hero.title')}
        </h1>
        <p className="max-w-prose text-lg text-muted">{t('home:hero.lead')}</p>
        <Form action="/search" className="max-w-prose">
          <SearchField large />
        </Form>
        <p role="status" className="flex items-center gap-2 text-sm">
          <span aria-hidden="true" className="size-2.5 animate-pulse-soft rounded-full bg-accent" />
          {t('home:hero.freeNow', { count: freeNow })}
        </p>
      </div>
      <Wayfarers className="hidden w-full max-w-md justify-self-center md:block" />
    </section>
  );
}

interface SectionProps {
  title: string;
  more?: { to: string; label: string };
  children: React.ReactNode;
}

function Section({ title, more, children }: SectionProps) {
  return (
    <section className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        {more && (
          <Link
            to={more.to}
            className="inline-flex min-h-11 items-center gap-1 font-medium text-accent"
          >
            {more.label}
            <ForwardIcon />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

function CategoryTile({ category }: { category: Category }) {
  const t = useT();
  return (
    <Link
      to={`/categories/${category.slug}`}
      className="grid h-full content-start gap-2 rounded-lg border border-line bg-surface p-4 transition-shadow hover:shadow-card"
    >
      <CategoryArt icon={category.icon} className="size-14" />
      <span className="font-medium">{category.name}</span>
      <span className="text-sm text-muted">
        {category.freeNowCount > 0
          ? t('home:categories.freeNow', { count: category.freeNowCount })
          : t('home:categories.offers', { count: category.listingCount })}
      </span>
    </Link>
  );
}

function HowItWorks() {
  const t = useT();
  const steps = ['ask', 'meet', 'pay'] as const;
  return (
    <section className="grid gap-5 rounded-lg bg-sunken p-6 sm:p-8">
      <h2 className="text-xl">{t('home:how.title')}</h2>
      <ol className="grid gap-6 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="grid content-start gap-2">
            <span
              aria-hidden="true"
              className="grid size-9 place-items-center rounded-full bg-accent font-bold text-on-accent"
            >
              {index + 1}
            </span>
            <h3 className="text-base">{t(`home:how.${step}.title`)}</h3>
            <p className="text-muted">{t(`home:how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="flex items-start gap-3 rounded-md bg-surface p-4">
        <ShieldIcon className="mt-0.5 text-lg text-accent" />
        <span>
          {t('home:guarantee')}{' '}
          <Link to="/guarantee" className="font-medium whitespace-nowrap text-accent underline">
            {t('home:guaranteeMore')}
          </Link>
        </span>
      </p>
    </section>
  );
}

export const page: Page<HomeView> = {
  Component: Home,
  load: ({ api }) => ok(api.GET('/home')),
  head: ({ t }) => ({ title: t('common:site'), description: t('home:hero.lead') }),
};
