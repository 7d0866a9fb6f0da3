/** One field that keeps a form from being sent. */
export interface FieldMessage {
  /** `card.number`, as the field is registered. */
  readonly name: string;
  readonly message: string;
}

/** The messages in a tree of errors, in the order in which the tree was filled. */
export function problemsOf(errors: object, path: readonly string[] = []): FieldMessage[] {
  return Object.entries(errors).flatMap(([key, node]) => {
    if (typeof node !== 'object' || node === null) return [];
    const here = [...path, key];
    const { message } = node as { message?: unknown };
    return typeof message === 'string'
      ? [{ name: here.join('.'), message }]
      : problemsOf(node as object, here);
  });
}
