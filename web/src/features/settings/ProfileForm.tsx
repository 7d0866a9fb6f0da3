import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useRevalidator } from 'react-router';
import * as z from 'zod/mini';
import { useMe } from '../../app/me';
import { useApi } from '../../app/services';
import { LANGUAGES, servedLanguage } from '../../i18n/languages';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Me } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { countryName, ownLanguageName } from '../../shared/format/names';
import { FormSummary } from '../../shared/forms/FormSummary';
import { useFieldText, useServerProblems } from '../../shared/forms/field-text';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { Button } from '../../shared/ui/Button';
import { SelectField, TextField } from '../../shared/ui/Field';

const schema = z.object({
  displayName: z
    .string()
    .check(
      z.trim(),
      z.minLength(2, 'settings:profile.nameProblem'),
      z.maxLength(60, 'settings:profile.nameProblem'),
    ),
  country: z.string(),
  language: z.string(),
  timeZone: z.string(),
});

type ProfileTyped = z.infer<typeof schema>;

export function ProfileForm({ person }: { person: Me }): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { language } = useLocale();
  const form = useForm<ProfileTyped>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: {
      displayName: person.displayName,
      country: person.country,
      language: servedLanguage(person.language),
      timeZone: person.timeZone,
    },
  });
  const save = useSave(language);
  useServerProblems(form, save.error);
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => void form.handleSubmit((typed) => save.mutate(typed))(event)}
    >
      <FormSummary form={form} error={save.error} />
      <TextField
        label={t('settings:profile.name')}
        autoComplete="name"
        dir="auto"
        error={said(form.formState.errors.displayName?.message)}
        {...form.register('displayName')}
      />
      <SelectField label={t('common:preferences.language')} {...form.register('language')}>
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {ownLanguageName(code)}
          </option>
        ))}
      </SelectField>
      <CountryField person={person} register={form.register('country')} />
      <TimeZoneField
        label={t('settings:profile.zone')}
        value={form.watch('timeZone')}
        onChange={(timeZone) => form.setValue('timeZone', timeZone)}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          {t('settings:profile.save')}
        </Button>
        {save.isSuccess && (
          <p role="status" className="text-sm text-muted">
            {t('settings:profile.saved')}
          </p>
        )}
      </div>
    </form>
  );
}

function CountryField({ person, register }: { person: Me; register: object }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { servedCountries } = useMe();
  const isListed = servedCountries.some(({ code }) => code === person.country);
  return (
    <SelectField
      label={t('common:preferences.country')}
      hint={t('settings:profile.countryHint')}
      {...register}
    >
      {!isListed && <option value={person.country}>{countryName(person.country, locale)}</option>}
      {servedCountries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Saves; another language is another page, so that one is drawn anew. */
function useSave(spoken: string) {
  const api = useApi();
  const revalidator = useRevalidator();
  return useMutation({
    mutationFn: (typed: ProfileTyped) =>
      ok(api.PATCH('/me', { body: { ...typed, language: servedLanguage(typed.language) } })),
    onSuccess: async (saved) => {
      if (servedLanguage(saved.language) !== spoken) window.location.reload();
      else await revalidator.revalidate();
    },
  });
}
