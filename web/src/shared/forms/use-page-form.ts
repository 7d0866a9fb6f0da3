import { useEffect, useMemo, useState } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { useActionData, useNavigation, useSubmit } from 'react-router';
import type * as z from 'zod/mini';
import { ApiProblem, isApiProblem } from '../api/api-problem';
import { zodResolver } from './zod-resolver';

/** What an action gives back when a form was refused; plain data, so that it survives the way from the server. */
export interface Refused {
  readonly problem?: { status: number; code: string; facts: Record<string, unknown> };
  /** Text key of what is wrong, by field. */
  readonly fields?: Record<string, string>;
  /** What was typed, without secrets. */
  readonly values: Record<string, string>;
}

const SECRETS = new Set(['password', 'number', 'cvc', 'expiry']);

/** Checks a posted form, sends it, and turns refusals into data for the page. */
export async function takeForm<Output>(
  form: FormData,
  schema: z.ZodMiniType<Output>,
  send: (values: Output) => Promise<Response>,
): Promise<Response | Refused> {
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRETS.has(name)));
  const checked = schema.safeParse(typed);
  if (!checked.success) {
    const fields: Record<string, string> = {};
    for (const { path, message } of checked.error.issues) fields[path.join('.')] ??= message;
    return { fields, values };
  }
  try {
    return await send(checked.data);
  } catch (error) {
    if (!isApiProblem(error)) throw error;
    const { status, code, facts } = error;
    return { problem: { status, code, facts }, values };
  }
}

export interface PageForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly formProps: {
    method: 'post';
    noValidate: true;
    onSubmit: (event: React.SubmitEvent<HTMLFormElement>) => void;
  };
  readonly error: ApiProblem | null;
  readonly isBusy: boolean;
}

/** A form of a page: checked while typing in the browser, and a plain post where there is no JavaScript. */
export function usePageForm<Values extends FieldValues>(
  schema: z.ZodMiniType<unknown, Values>,
  defaults: DefaultValues<Values>,
): PageForm<Values> {
  const refused = useActionData<Refused>();
  const submit = useSubmit();
  const isBusy = useNavigation().state !== 'idle';
  const [initial] = useState(() => ({ ...defaults, ...refused?.values }));
  const form = useForm<Values>({
    resolver: zodResolver(schema) as never,
    // The summary takes it.
    shouldFocusError: false,
    defaultValues: initial,
    ...(refused?.fields && { errors: serverErrors(refused.fields) as never }),
  });
  useEffect(() => {
    for (const [field, message] of Object.entries(refused?.fields ?? {}))
      form.setError(field as FieldPath<Values>, { type: 'server', message });
  }, [refused, form]);
  // One refusal is one error: a new object for each drawing would take the focus from whoever types again.
  const error = useMemo(
    () =>
      refused?.problem
        ? new ApiProblem(refused.problem.status, refused.problem.code, refused.problem.facts)
        : null,
    [refused],
  );
  return {
    form,
    formProps: {
      method: 'post',
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        const element = event.currentTarget;
        if (!isBusy) void form.handleSubmit(() => submit(element, { method: 'post' }))(event);
      },
    },
    error,
    isBusy,
  };
}

function serverErrors(fields: Record<string, string>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, message]) => [field, { type: 'server', message }]),
  );
}
