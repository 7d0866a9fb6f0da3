import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useLocale } from '../../shared/format/locale-context';
import { languageName } from '../../shared/format/names';
import { SelectField, TextArea } from '../../shared/ui/Field';
import type { HelpTyped } from './help-form';

interface ProblemFieldsProps {
  form: UseFormReturn<HelpTyped>;
  languages: readonly string[];
}

export function ProblemFields({ form, languages }: ProblemFieldsProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { errors } = form.formState;
  const message = errors.problem?.message;
  return (
    <>
      <TextArea
        label={t('help:problemLabel')}
        hint={t('help:problemHint')}
        error={message === undefined ? undefined : t(message)}
        {...form.register('problem')}
      />
      <SelectField label={t('help:language')} {...form.register('language')}>
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageName(code, locale)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
