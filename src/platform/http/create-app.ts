import type { RequestListener } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '../config/config.js';
import { Metrics } from '../health/metrics.js';
import { Logger } from '../logging/logger.js';
import { CopyLink } from '../realtime/copy-link.js';
import { Realtime } from '../realtime/realtime.js';
import { SocketIoAdapter } from '../realtime/socket-io.adapter.js';
import { TooManyRequestsError } from './http.errors.js';
import { type SharedPort, type TlsFiles } from './http-server.js';
import { Authenticator } from './principal.js';
import { installRequestContext } from './request-context.js';

const BODY_BYTES_MAX = 256 * 1024;
const UPLOAD_BYTES_MAX = 10 * 1024 * 1024;
/** Per address; a person with many open tabs stays far below, a script that guesses does not. */
const REQUESTS_PER_MINUTE_MAX = 1200;

/** What has to be known before the first plugin: how connections come in. */
export interface Ingress {
  readonly tls?: TlsFiles | null;
  /** How many proxies stand in front; the address of the visitor is what the outermost of them saw. */
  readonly trustedProxies?: number;
}

type RootModule = Parameters<typeof NestFactory.create>[0];

/** Builds the Nest application on Fastify with everything that every request passes; does not listen yet. */
export async function createApp(
  root: RootModule | Type,
  port: SharedPort,
  { tls = null, trustedProxies = 0 }: Ingress = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    serverFactory: (handler: RequestListener) => port.createServer(handler, tls),
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: (_address, hop) => hop < trustedProxies,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks([]);
  await installPlugins(app);
  const authenticator = app.get(Authenticator);
  installRequestContext(app.getHttpAdapter().getInstance(), authenticator);
  installRequestMetrics(app);
  app.useWebSocketAdapter(
    new SocketIoAdapter(app, authenticator, app.get(Realtime), app.get<CopyLink | null>(CopyLink)),
  );
  return app;
}

async function installPlugins(app: NestFastifyApplication): Promise<void> {
  const { isLan, publicUrl } = app.get(AppConfig).http;
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(helmet, {
    // Pages send their own policy with a nonce; this one is for everything else.
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: isLan || publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
    // Other hosts learn nothing. With none at all, browsers would post our own plain forms with `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES_MAX, files: 1 } });
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE_MAX,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, limit) => new TooManyRequestsError(Math.ceil(limit.ttl / 1000)),
  });
}

function installRequestMetrics(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      metrics.observeRequest(
        request.method,
        request.routeOptions.url ?? 'unmatched',
        reply.statusCode,
        reply.elapsedTime / 1000,
      );
      done();
    });
}
