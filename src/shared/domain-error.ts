/** What kind of failure this is; `platform/http` alone knows which HTTP status each kind gets. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'refused'
  | 'too_many'
  | 'unavailable'
  | 'bug';

/** Values that are safe to show to whoever made the request. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * A failure with a meaning. `code` (`module.snake_case`) is the contract: clients and translations
 * switch on it, never on the English message, which is for the log.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly facts: ErrorFacts = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One thing wrong with one field of a form; `rule` is a stable key such as `required`. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly facts?: ErrorFacts;
}

/** Input that breaks rules; every broken rule is listed, so that a form can show all at once. */
export class InvalidInputError extends DomainError {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(
      'invalid',
      'input.invalid',
      `invalid input: ${problems.map((p) => `${p.field} ${p.rule}`).join(', ')}`,
      {
        problems,
      },
    );
  }
}

export class NotFoundError extends DomainError {
  constructor(what: string) {
    super('missing', `${what}.not_found`, `${what} does not exist or is not yours`);
  }
}
