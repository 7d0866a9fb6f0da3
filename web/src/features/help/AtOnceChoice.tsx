import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { CheckField } from '../../shared/ui/Field';
import { AT_ONCE, type HelpTyped } from './help-form';

interface AtOnceChoiceProps {
  form: UseFormReturn<HelpTyped>;
  name: string;
}

/** Faster with several, who must not cost more; or the one who was chosen before anybody else. */
export function AtOnceChoice({ form, name }: AtOnceChoiceProps): ReactNode {
  const t = useT();
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t('help:atOnce.title')}</legend>
      {AT_ONCE.map((choice) => (
        <CheckField
          key={choice}
          type="radio"
          value={choice}
          label={t(`help:atOnce.${choice}`, { name })}
          {...form.register('atOnce')}
        />
      ))}
      <p className="mt-2 text-sm text-muted">{t('help:atOnce.hint')}</p>
    </fieldset>
  );
}
