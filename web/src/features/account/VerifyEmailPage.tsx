import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { LinkForm, takeLink } from './LinkForm';

function VerifyEmail(): ReactNode {
  const t = useT();
  return (
    <LinkForm
      title={t('account:verify.title')}
      lead={t('account:verify.lead')}
      go={t('account:verify.go')}
      otherwise={{ to: '/settings', label: t('account:verify.again') }}
    />
  );
}

export const page: Page<null> = {
  Component: VerifyEmail,
  act: (request, form) =>
    takeLink(request, form, '/', (token) =>
      ok(request.api.POST('/auth/verify-email', { body: { token } })),
    ),
  head: ({ t }) => ({ title: t('account:verify.title'), isPrivate: true }),
};
