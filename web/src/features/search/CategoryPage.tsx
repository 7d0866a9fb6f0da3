import type { ReactNode } from 'react';
import { Link, redirect, useSearchParams } from 'react-router';
import { usePageData, type Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Category, SearchPage } from '../../shared/api/contract';
import { CategoryArt } from '../../shared/cards/CategoryArt';
import { ListingCardView } from '../../shared/cards/ListingCardView';
import { buttonClass, ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ListIcon } from '../../shared/ui/icons';

interface CategoryView {
  category: Category;
  children: Category[];
  results: SearchPage;
}

function CategoryOffers(): ReactNode {
  const t = useT();
  const { category, children, results } = usePageData<CategoryView>();
  const [params] = useSearchParams();
  const all = new URLSearchParams([...params, ['category', category.slug]]);
  return (
    <div className="grid gap-6">
      <div className="flex items-center gap-5 rounded-lg bg-sunken p-5 sm:p-7">
        <CategoryArt icon={category.icon} className="size-20 shrink-0 sm:size-24" />
        <div className="grid gap-1">
          <h1 tabIndex={-1} className="text-2xl">
            {category.name}
          </h1>
          <p className="text-muted">
            {t('search:categoryCount', {
              count: category.listingCount,
              freeNow: category.freeNowCount,
            })}
          </p>
        </div>
      </div>
      {children.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {children.map((child) => (
            <li key={child.id}>
              <Link to={`/categories/${child.slug}`} className={buttonClass('secondary')}>
                {child.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {results.items.length === 0 ? (
        <EmptyState
          icon={ListIcon}
          title={t('search:nothing.category')}
          action={<ButtonLink to="/become-an-expert">{t('common:nav.becomeExpert')}</ButtonLink>}
        />
      ) : (
        <section aria-labelledby="offers" className="grid gap-3">
          <h2 id="offers" className="sr-only">
            {t('search:results')}
          </h2>
          <ul className="grid gap-3">
            {results.items.map((listing) => (
              <li key={listing.id}>
                <ListingCardView listing={listing} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {results.items.length > 0 && (
        <Link
          to={`/search?${all.toString()}`}
          className={buttonClass('secondary', 'justify-self-center')}
        >
          {t('search:filterThese')}
        </Link>
      )}
    </div>
  );
}

export const page: Page<CategoryView> = {
  Component: CategoryOffers,
  load: async ({ api, param, url }) => {
    const slug = param('slug');
    const [{ items }, results] = await Promise.all([
      ok(api.GET('/categories')),
      ok(api.GET('/search', { params: { query: { category: slug } } })),
    ]);
    const category = items.find((each) => each.slug === slug);
    if (category === undefined) {
      const present = await ok(api.GET('/categories/at/{slug}', { params: { path: { slug } } }));
      return redirect(`/categories/${present.slug}${url.search}`, 301);
    }
    return { category, children: items.filter(({ parentSlug }) => parentSlug === slug), results };
  },
  head: ({ t, data }) => ({
    title: data.category.name,
    description: t('search:categoryDescription', { category: data.category.name }),
  }),
};
