import type { ReactNode } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { useLocale } from '../../shared/format/locale-context';
import { formatLength } from '../../shared/format/time';
import { CEILINGS, type CommonTyped } from './help-form';

interface CeilingChoiceProps<Typed extends CommonTyped> {
  form: UseFormReturn<Typed>;
  hint: string;
}

/** The most that it may take; the meter can stop sooner, never later. */
export function CeilingChoice<Typed extends CommonTyped>({
  form,
  hint,
}: CeilingChoiceProps<Typed>): ReactNode {
  const { locale } = useLocale();
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-sm text-muted">{hint}</legend>
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
              {...form.register('ceilingMinutes' as FieldPath<Typed>)}
            />
            {formatLength(Number(minutes), 'minute', locale)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
