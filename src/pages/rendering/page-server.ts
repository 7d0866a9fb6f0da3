import '@fastify/cookie';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../platform/logging/logger.js';
import { apiInProcess } from './api-in-process.js';
import { MISSING_BUILD_HTML } from './missing-build.js';
import { bodyText, takePreferences } from './preferences.js';
import {
  contentSecurityPolicy,
  type OtherOrigins,
  PERMISSIONS_POLICY,
  SERVICE_WORKER_POLICY,
} from './security-policy.js';
import { isThemeName, knownZone, THEME_COOKIE, ZONE_COOKIE } from './visitor-cookies.js';
import type { WebBuild } from './web-build.js';

/** Addresses that belong to others; a miss there is a miss, never a page. */
const NOT_PAGES = /^\/(api|admin|socket\.io|health|metrics|assets)(\/|$)/;

/** Answers everything that is a page: draws it, or takes its plain form. */
export class PageServer {
  constructor(
    private readonly fastify: FastifyInstance,
    private readonly build: WebBuild | null,
    private readonly logger: Logger,
    /** Origins beside our own that pages connect to. */
    private readonly others: OtherOrigins,
  ) {}

  async register(): Promise<void> {
    if (this.build)
      await this.fastify.register(fastifyStatic, {
        root: `${this.build.clientDir}/assets`,
        prefix: '/assets/',
        decorateReply: false,
        // The name of each file holds a hash of its content.
        immutable: true,
        maxAge: '365d',
      });
    if (this.build) await this.registerServiceWorker(this.build);
    this.fastify.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      handler: (request, reply) => this.answer(request, reply),
    });
  }

  /** At the root, because from there it may serve every page; asked for anew each time, because its name never changes. */
  private async registerServiceWorker({ clientDir }: WebBuild): Promise<void> {
    const script = await readFile(`${clientDir}/service-worker.js`);
    this.fastify.get('/service-worker.js', (_, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .header('content-security-policy', SERVICE_WORKER_POLICY)
        .type('text/javascript; charset=utf-8')
        .send(script),
    );
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0] ?? '/';
    if (NOT_PAGES.test(path) || !wantsPage(request)) {
      reply.callNotFound();
      return;
    }
    const apiFetch = apiInProcess(this.fastify, request);
    if (request.method === 'POST' && path === '/preferences')
      return takePreferences(request, reply, apiFetch);
    if (!this.build) {
      await reply.status(503).type('text/html; charset=utf-8').send(MISSING_BUILD_HTML);
      return;
    }
    await this.draw(this.build, request, reply, apiFetch);
  }

  private async draw(
    build: WebBuild,
    request: FastifyRequest,
    reply: FastifyReply,
    apiFetch: (request: Request) => Promise<Response>,
  ): Promise<void> {
    const nonce = randomBytes(16).toString('base64url');
    const theme = request.cookies[THEME_COOKIE];
    const isPost = request.method === 'POST';
    const answer = await build.render({
      url: `${request.protocol}://${request.host}${request.url}`,
      method: isPost ? 'POST' : 'GET',
      headers: isPost ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      ...(isPost && { body: bodyText(request) }),
      apiFetch,
      language: request.locale,
      nonce,
      theme: isThemeName(theme) ? theme : 'system',
      timeZone: knownZone(request.cookies[ZONE_COOKIE]),
      assets: build.assets,
    });
    if (answer.status >= 500)
      this.logger.error('a page could not be drawn', undefined, { url: request.url });
    void reply.status(answer.status).headers(answer.headers);
    for (const cookie of answer.cookies) void reply.header('set-cookie', cookie);
    await reply
      .header(
        'content-security-policy',
        contentSecurityPolicy(nonce, request.host, request.protocol === 'https', this.others),
      )
      .header('permissions-policy', PERMISSIONS_POLICY)
      .send(answer.html);
  }
}

/** Browsers say that they want HTML; whoever asks for a picture that is not there gets a plain miss. */
function wantsPage({ method, headers }: FastifyRequest): boolean {
  if (method === 'POST')
    return String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}
