import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { LinkForm, takeLink } from './LinkForm';
import { safeNext } from './session-actions';

function SignInLink(): ReactNode {
  const t = useT();
  return (
    <LinkForm
      title={t('account:link.title')}
      lead={t('account:link.lead')}
      go={t('account:link.go')}
      otherwise={{ to: '/sign-in', label: t('account:signIn.go') }}
    />
  );
}

export const page: Page<null> = {
  Component: SignInLink,
  act: (request, form) =>
    takeLink(request, form, safeNext(request.url.searchParams.get('next')), (token) =>
      ok(request.api.POST('/auth/sign-in-link', { body: { token } })),
    ),
  head: ({ t }) => ({ title: t('account:link.title'), isPrivate: true }),
};
