import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { isApiProblem, type FieldProblem } from '../api/api-problem';

const KEY = /^[a-z]+:[\w.]+$/;

/** The text of a field's message: a key of ours is translated, a text of the server stands as it is. */
export function useFieldText(): (message: string | undefined) => string | undefined {
  const t = useT();
  return (message) => (message !== undefined && KEY.test(message) ? t(message) : message);
}

const RULES: Record<string, string> = {
  required: 'errors:rule.required',
  too_short: 'errors:rule.tooShort',
  minLength: 'errors:rule.required',
  isNotEmpty: 'errors:rule.required',
  too_long: 'errors:rule.tooLong',
  too_many: 'errors:rule.tooMany',
  out_of_range: 'errors:rule.outOfRange',
  must_be_empty: 'errors:rule.mustBeEmpty',
};

/** Puts the fields that the server refused beside the fields of the form, in the reader's words. */
export function useServerProblems<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  placeOf: (field: string) => string = (field) => field,
): void {
  const t = useT();
  useEffect(() => {
    if (!isApiProblem(error, 'input.invalid')) return;
    const text = ({ rule, facts = {} }: FieldProblem) =>
      t(RULES[rule] ?? 'errors:rule.invalid', {
        min: limitOf(facts['min']),
        max: limitOf(facts['max']),
      });
    for (const problem of error.fields)
      form.setError(placeOf(problem.field) as FieldPath<Values>, {
        type: 'server',
        message: text(problem),
      });
    // A new refusal is a new error object; the functions around it do not matter.
  }, [error]);
}

function limitOf(fact: unknown): string {
  return typeof fact === 'number' || typeof fact === 'string' ? String(fact) : '';
}
