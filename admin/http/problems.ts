import type { ErrorRequestHandler, RequestHandler } from 'express';
import { problemOf } from '../../src/platform/http/problem.js';
import type { Logger } from '../../src/platform/logging/logger.js';
import { NotFoundError } from '../../src/shared/domain-error.js';
import { correlationIdOf } from './request-safety.js';

export const answerUnknown: RequestHandler = (_request, _response, next) => {
  next(new NotFoundError('console.page'));
};

/** Like the API: problem+json, with nothing about our own faults but the correlation id. */
export function answerFailure(logger: Logger): ErrorRequestHandler {
  // Express knows a handler of failures by its four parameters.
  return (error: unknown, request, response, _next) => {
    const problem = problemOf(error, correlationIdOf(response));
    if (problem.status >= 500)
      logger.error('a console request failed', error, { url: request.originalUrl });
    if (response.headersSent) {
      response.end();
      return;
    }
    response
      .status(problem.status)
      .set('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  };
}
