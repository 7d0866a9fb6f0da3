import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePageData, type Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { SearchPage as SearchView } from '../../shared/api/contract';
import { PageHeading } from '../../shared/ui/PageHeading';
import { EmergencyNotice } from './EmergencyNotice';
import { Results } from './Results';
import { searchQuery } from './search-address';

function Search(): ReactNode {
  const t = useT();
  const view = usePageData<SearchView>();
  const [params] = useSearchParams();
  const query = params.get('q')?.trim();
  return (
    <>
      <PageHeading className="mb-4">
        {query ? t('search:titleFor', { query }) : t('search:title')}
      </PageHeading>
      {view.emergency && <EmergencyNotice number={view.emergency.number} />}
      <Results view={view} />
    </>
  );
}

export const page: Page<SearchView> = {
  Component: Search,
  load: ({ api, url, request }) =>
    ok(
      api.GET('/search', {
        params: { query: searchQuery(url.searchParams) },
        signal: request.signal,
      }),
    ),
  head: ({ t, url }) => {
    const query = url.searchParams.get('q')?.trim();
    return { title: query ? t('search:titleFor', { query }) : t('search:title') };
  },
};
