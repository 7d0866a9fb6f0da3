import type { ReactNode } from 'react';
import { Link, redirect, useSearchParams } from 'react-router';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { takeForm, usePageForm } from '../../shared/forms/use-page-form';
import { Button } from '../../shared/ui/Button';
import { TextField } from '../../shared/ui/Field';
import { AccountFrame } from './AccountFrame';
import { signInSchema } from './schemas';
import { goOn, safeNext } from './session-actions';

function SignIn(): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const { form, formProps, error, isBusy } = usePageForm(signInSchema, { email: '', password: '' });
  const { errors, defaultValues } = form.formState;
  const said = (key: string | undefined) => (key === undefined ? undefined : t(key));
  return (
    <AccountFrame title={t('account:signIn.title')} lead={t('account:signIn.lead')}>
      <form {...formProps} className="grid gap-5">
        <ErrorSummary error={error} />
        <TextField
          label={t('account:email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          defaultValue={defaultValues?.email}
          error={said(errors.email?.message)}
          {...form.register('email')}
        />
        <TextField
          label={t('account:password')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          error={said(errors.password?.message)}
          {...form.register('password')}
        />
        <Button type="submit" busy={isBusy}>
          {t('account:signIn.go')}
        </Button>
      </form>
      <p className="text-center">
        {t('account:signIn.new')}{' '}
        <Link to={`/sign-up?${params.toString()}`} className="font-medium text-accent underline">
          {t('account:signIn.signUp')}
        </Link>
      </p>
    </AccountFrame>
  );
}

export const page: Page<null> = {
  Component: SignIn,
  load: async ({ services, url }) => {
    const { person } = await services.me();
    return person === null ? null : redirect(safeNext(url.searchParams.get('next')));
  },
  act: (request, form) =>
    takeForm(form, signInSchema, async (body) => {
      const person = await ok(request.api.POST('/auth/sign-in', { body }));
      return goOn(request, person, safeNext(request.url.searchParams.get('next')));
    }),
  head: ({ t }) => ({ title: t('account:signIn.title') }),
};
