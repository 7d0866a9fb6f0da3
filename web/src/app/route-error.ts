import { data, isRouteErrorResponse } from 'react-router';
import { ApiProblem, isApiProblem } from '../shared/api/api-problem';

interface Told {
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly correlationId: string | null;
}

/**
 * A refusal as the router takes it from the server to the browser: of a plain error only the message survives.
 * An address that the API cannot even read names nothing, as one that it does not know.
 */
export function toRouteError(error: unknown): unknown {
  if (!isApiProblem(error)) return error;
  const { status, code, facts, correlationId } = error;
  return data<Told>({ code, facts, correlationId }, { status: status === 400 ? 404 : status });
}

/** What a page failed with, as it was refused. */
export function fromRouteError(error: unknown): unknown {
  if (!isRouteErrorResponse(error)) return error;
  const { code, facts, correlationId } = (error.data ?? {}) as Partial<Told>;
  return new ApiProblem(error.status, code ?? `http.${error.status}`, facts, correlationId ?? null);
}
