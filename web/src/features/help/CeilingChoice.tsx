import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import type { PriceView } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { formatLength } from '../../shared/format/time';
import { CEILINGS, type HelpTyped } from './help-form';

interface CeilingChoiceProps {
  form: UseFormReturn<HelpTyped>;
  price: PriceView;
}

/** The most that it may take; the meter can stop sooner, never later. */
export function CeilingChoice({ form, price }: CeilingChoiceProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-sm text-muted">
        {t(price.model === 'per_minute' ? 'help:ceilingHint' : 'help:ceilingHintFixed')}
      </legend>
      <div className="grid grid-cols-3 gap-2">
        {CEILINGS.map((minutes) => (
          <label
            key={minutes}
            className="grid min-h-16 place-items-center rounded-md border border-edge bg-surface px-2 text-center font-medium has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              value={minutes}
              className="sr-only"
              {...form.register('ceilingMinutes')}
            />
            {formatLength(Number(minutes), 'minute', locale)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
