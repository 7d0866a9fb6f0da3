import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '../../shared/domain-error.js';

const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  refused: 422,
  too_many: 429,
  unavailable: 503,
  bug: 500,
} as const satisfies Record<ErrorKind, number>;

/** RFC 9457; `code` is what clients switch on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What the client is told of a failure: everything about its own mistakes, nothing about ours. */
export function problemOf(error: unknown, correlationId: string): Problem {
  const { status, code, facts } = describe(error);
  const isOurs = status >= 500 && status !== 503;
  return {
    type: `urn:visavis:problem:${code}`,
    title: isOurs ? 'Something went wrong on our side' : titleOf(error, code),
    status,
    code: isOurs ? 'server.error' : code,
    correlationId,
    ...(isOurs || Object.keys(facts).length === 0 ? {} : { facts }),
  };
}

function describe(error: unknown): {
  status: number;
  code: string;
  facts: Readonly<Record<string, unknown>>;
} {
  if (error instanceof DomainError)
    return { status: STATUS_OF[error.kind], code: error.code, facts: error.facts };
  if (error instanceof HttpException)
    return { status: error.getStatus(), code: codeOfStatus(error.getStatus()), facts: {} };
  const status = statusOfFramework(error);
  return { status, code: codeOfStatus(status), facts: {} };
}

/** Fastify's own refusals (malformed JSON, body too large, unknown media type) carry a status. */
function statusOfFramework(error: unknown): number {
  if (
    error !== null &&
    typeof error === 'object' &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
  ) {
    return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
  }
  return 500;
}

function codeOfStatus(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    400: 'http.bad_request',
    401: 'accounts.not_signed_in',
    403: 'http.forbidden',
    404: 'http.not_found',
    405: 'http.method_not_allowed',
    413: 'http.body_too_large',
    415: 'http.unsupported_media_type',
    429: 'http.too_many_requests',
    503: 'http.unavailable',
  };
  return codes[status] ?? (status >= 500 ? 'server.error' : 'http.refused');
}

function titleOf(error: unknown, code: string): string {
  return error instanceof DomainError ? error.message : code;
}
