import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit, type RawBodyRequest } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WEBHOOKS = '/api/webhooks/';
/** LiveKit's own name for JSON. */
const WEBHOOK_JSON = 'application/webhook+json';
/** Messages of providers are a few kilobytes. */
const BYTES_MAX = 256 * 1024;

/** Keeps the bytes of a webhook as they came: a signature holds for them, not for what a parser made of them. */
@Injectable()
export class WebhookRawBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Nobody reads the parsed body of these: the adapter reads the bytes once it has checked them.
    fastify.addContentTypeParser(WEBHOOK_JSON, (_request, payload, done) => {
      payload.resume().once('end', () => done(null, {}));
    });
    fastify.addHook('preParsing', async (request, _reply, payload) => {
      if (!request.url.startsWith(WEBHOOKS)) return payload;
      const body = await readAll(payload);
      (request as RawBodyRequest<FastifyRequest>).rawBody = body;
      return Readable.from([body]);
    });
  }
}

async function readAll(payload: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.byteLength;
    if (size > BYTES_MAX) break;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
