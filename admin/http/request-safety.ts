import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { AppConfig } from '../../src/platform/config/config.js';
import { ForeignOriginError } from '../../src/platform/http/http.errors.js';
import { withCorrelationId } from '../../src/platform/logging/logger.js';

const CORRELATION_ID = /^[\w-]{8,64}$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The console does not pass through Fastify, so it brings its own correlation id. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.get('x-correlation-id');
  const id = given !== undefined && CORRELATION_ID.test(given) ? given : randomUUID();
  response.locals['correlationId'] = id;
  response.set('x-correlation-id', id);
  withCorrelationId(id, next);
};

export function correlationIdOf(response: Response): string {
  return String(response.locals['correlationId']);
}

/** Allows one script tag of this answer; new for each. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

/** Nothing from another host, no inline script without this answer's nonce, in nobody's frame, in no cache. */
export function securityHeaders(config: AppConfig): RequestHandler {
  const withNonce = (_request: unknown, response: unknown): string =>
    `'nonce-${nonceOf(response as Response)}'`;
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", withNonce],
        // AdminJS writes its styles as elements while it runs, without a nonce.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.http.isLan || config.http.publicUrl.startsWith('https:'),
  });
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.set('cache-control', 'no-store');
    policy(request, response, next);
  };
}

/** Changes are asked for by our own pages only; unlike the API the console has no other clients. */
export const refuseForeignOrigin: RequestHandler = (request, _response, next) => {
  if (SAFE_METHODS.has(request.method) || isOwnPage(request.get('origin'), request.get('host')))
    next();
  else next(new ForeignOriginError(request.get('origin') ?? 'nowhere'));
};

function isOwnPage(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
