import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';

/**
 * Lets react-hook-form check with a zod/mini schema. The message of an issue is the key of its text,
 * so a schema says `'account:problem.email'` and the field translates it.
 */
export function zodResolver<Input extends FieldValues, Output>(
  schema: z.ZodMiniType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return (values) => {
    const result = schema.safeParse(values);
    if (result.success) return { values: result.data, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const issue of result.error.issues) place(errors, issue.path, issue.message);
    return { values: {}, errors: errors as FieldErrors<Input> };
  };
}

/** Puts an error at its path, `['price', 'amount']`; the first of a field is kept. */
function place(tree: Record<string, unknown>, path: readonly PropertyKey[], message: string): void {
  let node = tree;
  path.forEach((step, depth) => {
    const key = String(step);
    if (depth === path.length - 1) node[key] ??= { type: 'schema', message };
    else node = (node[key] ??= {}) as Record<string, unknown>;
  });
}
