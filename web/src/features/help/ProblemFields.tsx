import type { ReactNode } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../../shared/format/locale-context';
import { languageName } from '../../shared/format/names';
import { SelectField, TextArea } from '../../shared/ui/Field';
import type { CommonTyped } from './help-form';

interface ProblemFieldsProps<Typed extends CommonTyped> {
  form: UseFormReturn<Typed>;
  languages: readonly string[];
}

export function ProblemFields<Typed extends CommonTyped>({
  form,
  languages,
}: ProblemFieldsProps<Typed>): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { error } = form.getFieldState('problem' as FieldPath<Typed>, form.formState);
  const message = error?.message;
  return (
    <>
      <TextArea
        label={t('help:problemLabel')}
        hint={t('help:problemHint')}
        error={message === undefined ? undefined : t(message)}
        {...form.register('problem' as FieldPath<Typed>)}
      />
      <SelectField label={t('help:language')} {...form.register('language' as FieldPath<Typed>)}>
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageName(code, locale)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
