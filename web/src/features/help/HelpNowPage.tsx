import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { Loaded } from '../../shared/api/Loaded';
import { PageHeading } from '../../shared/ui/PageHeading';
import { HelpForm } from './HelpForm';

function HelpNow(): ReactNode {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const listing = useQuery({
    queryKey: ['listing', id],
    queryFn: () => ok(api.GET('/listings/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="mx-auto max-w-prose">
      <PageHeading lead={t('help:now.lead')}>{t('help:now.title')}</PageHeading>
      <Loaded query={listing}>{(data) => <HelpForm listing={data} />}</Loaded>
    </div>
  );
}

export const page: Page<null> = {
  Component: HelpNow,
  head: ({ t }) => ({ title: t('help:now.title'), isPrivate: true }),
};
