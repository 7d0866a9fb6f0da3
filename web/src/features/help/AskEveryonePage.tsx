import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { Loaded } from '../../shared/api/Loaded';
import { ok } from '../../shared/api/client';
import { PageHeading } from '../../shared/ui/PageHeading';
import { AskForm } from './AskForm';

/** For whoever found nobody: the problem goes to everyone who could know. */
function Ask(): ReactNode {
  const t = useT();
  const api = useApi();
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: () => ok(api.GET('/categories')),
  });
  return (
    <div className="mx-auto max-w-prose">
      <PageHeading lead={t('help:ask.lead')}>{t('help:ask.title')}</PageHeading>
      <Loaded query={categories}>{({ items }) => <AskForm categories={items} />}</Loaded>
    </div>
  );
}

export const page: Page<null> = {
  Component: Ask,
  head: ({ t }) => ({ title: t('help:ask.title'), isPrivate: true }),
};
