import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Application, ApplicationState } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { ApplicationForm } from './ApplicationForm';
import { StudioNav } from './StudioNav';

const OPEN = new Set<ApplicationState>(['draft', 'changes_requested']);

function ApplicationView(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({
    queryKey: ['studio', 'application'],
    queryFn: () => ok(api.GET('/studio/application')),
  });
  return (
    <>
      <StudioNav />
      <PageHeading lead={t('studio:application.lead')}>{t('studio:application.title')}</PageHeading>
      <Loaded query={query}>
        {({ application }) => (
          <div className="grid gap-5">
            {application !== null && <Standing application={application} />}
            {(application === null || OPEN.has(application.state)) && (
              <ApplicationForm application={application} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

const TONES = {
  draft: 'info',
  submitted: 'info',
  in_review: 'info',
  changes_requested: 'caution',
  approved: 'good',
  refused: 'danger',
  suspended: 'danger',
  reinstated: 'good',
} as const satisfies Record<ApplicationState, string>;

function Standing({ application }: { application: Application }): ReactNode {
  const t = useT();
  const { state, reasons } = application;
  return (
    <Notice tone={TONES[state]} role="status" title={t(`studio:application.states.${state}.title`)}>
      <p>{t(`studio:application.states.${state}.text`)}</p>
      {reasons && <p className="own-words mt-2 font-medium">{reasons}</p>}
      {(state === 'approved' || state === 'reinstated') && (
        <ButtonLink className="mt-3" to="/studio">
          {t('studio:application.toToday')}
        </ButtonLink>
      )}
    </Notice>
  );
}

export const page: Page<null> = {
  Component: ApplicationView,
  head: ({ t }) => ({ title: t('studio:application.title'), isPrivate: true }),
};
