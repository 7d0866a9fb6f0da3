import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { ApiProblem } from '../api/api-problem';
import { useHydrated } from '../ui/use-now';
import { ErrorBox } from './ErrorSummary';
import { useFieldText } from './field-text';
import { problemsOf } from './problems-of';

interface FormSummaryProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  /** What the server said to the whole form. */
  error: unknown;
}

/** Why a form was not sent: in one place, with a way to each field. It takes the focus at every try. */
export function FormSummary<Values extends FieldValues>({
  form,
  error,
}: FormSummaryProps<Values>): ReactNode {
  const t = useT();
  const said = useFieldText();
  const box = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  const { errors, submitCount } = form.formState;
  const problems = problemsOf(errors);
  useEffect(() => {
    if (submitCount > 0 || error) box.current?.focus();
  }, [submitCount, error]);
  if (problems.length === 0 && !error) return null;
  return (
    <ErrorBox ref={box} error={error || new ApiProblem(400, 'input.invalid')}>
      {problems.length > 0 && (
        <ul className="text-sm">
          {problems.map(({ name, message }) => (
            <li key={name}>
              <button
                type="button"
                className="min-h-11 text-start underline"
                onClick={() => document.getElementsByName(name)[0]?.focus()}
              >
                {isHydrated && labelOf(name) && (
                  <>{t('common:error.field', { name: labelOf(name) })} </>
                )}
                {said(message)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </ErrorBox>
  );
}

/** What the page itself calls the field. */
function labelOf(name: string): string {
  const field = document.getElementsByName(name)[0];
  const isOneOfMany = field instanceof HTMLInputElement && field.type === 'radio';
  const label = isOneOfMany
    ? field.closest('fieldset')?.querySelector('legend')
    : (field as Partial<HTMLInputElement> | undefined)?.labels?.[0];
  return label?.firstChild?.textContent?.trim() ?? '';
}
