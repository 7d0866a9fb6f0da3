import '@fastify/cookie';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { negotiateLanguage } from '../i18n/languages.js';
import { withCorrelationId } from '../logging/logger.js';
import { ForeignOriginError } from './http.errors.js';
import { type Authenticator, type Principal, SESSION_COOKIE } from './principal.js';
import { problemOf } from './problem.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Gives every request its correlation id, its person and its language, and refuses changes asked for by foreign pages. */
export function installRequestContext(
  fastify: FastifyInstance,
  authenticator: Authenticator,
): void {
  fastify.decorateRequest('person', null);
  fastify.decorateRequest('locale', 'en');
  fastify.decorateRequest('correlationId', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-correlation-id'];
    request.correlationId =
      typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
    void reply.header('x-correlation-id', request.correlationId);
    withCorrelationId(request.correlationId, done);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    request.person = await whoAsks(request, authenticator);
    request.locale =
      request.person?.locale ??
      negotiateLanguage(request.cookies['visavis_language'], request.headers['accept-language']);
    if (isForgery(request)) {
      const problem = problemOf(
        new ForeignOriginError(String(request.headers.origin)),
        request.correlationId,
      );
      await reply
        .status(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(problem);
    }
  });
}

async function whoAsks(
  request: FastifyRequest,
  authenticator: Authenticator,
): Promise<Principal | null> {
  const token = bearerOf(request) ?? request.cookies[SESSION_COOKIE];
  return token ? authenticator.authenticate(token) : null;
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

/**
 * A browser names the page that makes an unsafe request; one of another host is refused. Programs
 * send no Origin and no cookie, so they are not held up; webhooks prove themselves by signature.
 */
function isForgery(request: FastifyRequest): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}
