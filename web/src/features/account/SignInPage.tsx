import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { takeForm, usePageForm } from '../../shared/forms/use-page-form';
import { AccountForm, onlyForVisitors } from './AccountForm';
import { CredentialFields } from './CredentialFields';
import { signInSchema } from './schemas';
import { goOn, safeNext } from './session-actions';

function SignIn(): ReactNode {
  const t = useT();
  const pageForm = usePageForm(signInSchema, { email: '', password: '' });
  return (
    <AccountForm
      title={t('account:signIn.title')}
      lead={t('account:signIn.lead')}
      go={t('account:signIn.go')}
      pageForm={pageForm}
      otherDoor={{
        question: t('account:signIn.new'),
        to: '/sign-up',
        label: t('account:signIn.signUp'),
      }}
    >
      <CredentialFields form={pageForm.form} />
    </AccountForm>
  );
}

export const page: Page<null> = {
  Component: SignIn,
  load: onlyForVisitors,
  act: (request, form) =>
    takeForm(form, signInSchema, async (body) => {
      const person = await ok(request.api.POST('/auth/sign-in', { body }));
      return goOn(request, person, safeNext(request.url.searchParams.get('next')));
    }),
  head: ({ t }) => ({ title: t('account:signIn.title') }),
};
