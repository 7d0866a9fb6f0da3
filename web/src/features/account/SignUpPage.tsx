import { useEffect, type ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { useMe } from '../../app/me';
import type { Page } from '../../app/page';
import { servedLanguage } from '../../i18n/languages';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { useFieldText } from '../../shared/forms/field-text';
import { takeForm, usePageForm } from '../../shared/forms/use-page-form';
import { browserTimeZone } from '../../shared/format/time';
import { CheckField, SelectField, TextField } from '../../shared/ui/Field';
import { AccountForm, onlyForVisitors } from './AccountForm';
import { CredentialFields, type Credentials } from './CredentialFields';
import { signUpSchema } from './schemas';
import { goOn, safeNext } from './session-actions';

function SignUp(): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { display, servedCountries } = useMe();
  const pageForm = usePageForm(signUpSchema, {
    displayName: '',
    email: '',
    password: '',
    country: display.country,
    timeZone: 'UTC',
  });
  const { form } = pageForm;
  const { errors, defaultValues } = form.formState;
  useEffect(() => form.setValue('timeZone', browserTimeZone()), [form]);
  return (
    <AccountForm
      title={t('account:signUp.title')}
      lead={t('account:signUp.lead')}
      go={t('account:signUp.go')}
      pageForm={pageForm}
      otherDoor={{
        question: t('account:signUp.known'),
        to: '/sign-in',
        label: t('account:signIn.go'),
      }}
    >
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
      <CredentialFields
        form={form as unknown as UseFormReturn<Credentials>}
        newPasswordHint={t('account:passwordHint')}
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
    </AccountForm>
  );
}

export const page: Page<null> = {
  Component: SignUp,
  load: onlyForVisitors,
  act: (request, form) =>
    takeForm(form, signUpSchema, async ({ isAdult: _, ...body }) => {
      const language = servedLanguage(request.services.words.i18n.language);
      const person = await ok(request.api.POST('/auth/sign-up', { body: { ...body, language } }));
      return goOn(request, person, safeNext(request.url.searchParams.get('next')));
    }),
  head: ({ t }) => ({ title: t('account:signUp.title') }),
};
