import { useEffect, type ReactNode } from 'react';
import { Link, redirect, useSearchParams } from 'react-router';
import { useMe } from '../../app/me';
import type { Page } from '../../app/page';
import { servedLanguage } from '../../i18n/languages';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { takeForm, usePageForm } from '../../shared/forms/use-page-form';
import { browserTimeZone } from '../../shared/format/time';
import { Button } from '../../shared/ui/Button';
import { CheckField, SelectField, TextField } from '../../shared/ui/Field';
import { AccountFrame } from './AccountFrame';
import { signUpSchema } from './schemas';
import { goOn, safeNext } from './session-actions';

function SignUp(): ReactNode {
  const t = useT();
  const { display, servedCountries } = useMe();
  const [params] = useSearchParams();
  const { form, formProps, error, isBusy } = usePageForm(signUpSchema, {
    displayName: '',
    email: '',
    password: '',
    country: display.country,
    timeZone: 'UTC',
  });
  const { errors, defaultValues } = form.formState;
  const said = (key: string | undefined) => (key === undefined ? undefined : t(key));
  useEffect(() => form.setValue('timeZone', browserTimeZone()), [form]);
  return (
    <AccountFrame title={t('account:signUp.title')} lead={t('account:signUp.lead')}>
      <form {...formProps} className="grid gap-5">
        <ErrorSummary error={error} />
        <TextField
          label={t('account:name')}
          hint={t('account:nameHint')}
          autoComplete="name"
          dir="auto"
          required
          defaultValue={defaultValues?.displayName}
          error={said(errors.displayName?.message)}
          {...form.register('displayName')}
        />
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
          hint={t('account:passwordHint')}
          type="password"
          autoComplete="new-password"
          dir="ltr"
          required
          error={said(errors.password?.message)}
          {...form.register('password')}
        />
        <SelectField
          label={t('account:country')}
          hint={t('account:countryHint')}
          defaultValue={defaultValues?.country}
          error={said(errors.country?.message)}
          {...form.register('country')}
        >
          {servedCountries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <input type="hidden" defaultValue="UTC" {...form.register('timeZone')} />
        <CheckField
          label={
            <>
              {t('account:adult')}{' '}
              <Link to="/legal/terms" className="text-accent underline">
                {t('account:terms')}
              </Link>
            </>
          }
          value="yes"
          error={said(errors.isAdult?.message)}
          {...form.register('isAdult')}
        />
        <Button type="submit" busy={isBusy}>
          {t('account:signUp.go')}
        </Button>
      </form>
      <p className="text-center">
        {t('account:signUp.known')}{' '}
        <Link to={`/sign-in?${params.toString()}`} className="font-medium text-accent underline">
          {t('account:signIn.go')}
        </Link>
      </p>
    </AccountFrame>
  );
}

export const page: Page<null> = {
  Component: SignUp,
  load: async ({ services, url }) => {
    const { person } = await services.me();
    return person === null ? null : redirect(safeNext(url.searchParams.get('next')));
  },
  act: (request, form) =>
    takeForm(form, signUpSchema, async ({ isAdult: _, ...body }) => {
      const language = servedLanguage(request.services.words.i18n.language);
      const person = await ok(request.api.POST('/auth/sign-up', { body: { ...body, language } }));
      return goOn(request, person, safeNext(request.url.searchParams.get('next')));
    }),
  head: ({ t }) => ({ title: t('account:signUp.title') }),
};
