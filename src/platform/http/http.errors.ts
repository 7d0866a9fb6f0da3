import { DomainError } from '../../shared/domain-error.js';

export class NotSignedInError extends DomainError {
  constructor() {
    super('unauthenticated', 'accounts.not_signed_in', 'this needs a sign-in');
  }
}

export class NotAllowedError extends DomainError {
  constructor(role: string) {
    super('forbidden', 'accounts.role_needed', `this needs the role ${role}`, { role });
  }
}

export class ForeignOriginError extends DomainError {
  constructor(origin: string) {
    super('forbidden', 'http.foreign_origin', `a page of ${origin} may not change anything here`);
  }
}

export class TooManyRequestsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('too_many', 'http.too_many_requests', 'too many requests', { retryAfterSeconds });
  }
}

/** The same key came with another body: the client mixed up two requests. */
export class IdempotencyMismatchError extends DomainError {
  constructor() {
    super(
      'conflict',
      'http.idempotency_mismatch',
      'this Idempotency-Key was used for another request',
    );
  }
}

export class IdempotencyKeyMissingError extends DomainError {
  constructor() {
    super('invalid', 'http.idempotency_key_missing', 'this call needs an Idempotency-Key header');
  }
}
