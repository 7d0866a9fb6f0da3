import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { Loaded } from '../../shared/api/Loaded';
import { useListing } from '../../shared/api/queries';
import { PageHeading } from '../../shared/ui/PageHeading';
import { HelpForm } from './HelpForm';

function HelpNow(): ReactNode {
  const t = useT();
  const { id = '' } = useParams();
  const listing = useListing(id);
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
