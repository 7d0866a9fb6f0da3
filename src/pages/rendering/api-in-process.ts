import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Headers of the visitor that the API must see as if the browser had asked itself. */
const PASSED_ON = ['cookie', 'accept-language', 'user-agent', 'origin', 'host'] as const;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Reaches the API inside this process: same hooks, same guards, no network, in the visitor's name. */
export function apiInProcess(
  fastify: FastifyInstance,
  visitor: FastifyRequest,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const answer = await fastify.inject({
      method: request.method as Method,
      url: pathname + search,
      headers: { ...Object.fromEntries(request.headers), ...headersOf(visitor) },
      remoteAddress: visitor.ip,
      ...(request.body && { payload: await request.text() }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers))
      for (const each of [value].flat()) if (each !== undefined) headers.append(name, String(each));
    const isEmpty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(isEmpty ? null : answer.rawPayload, {
      status: answer.statusCode,
      headers,
    });
  };
}

function headersOf(visitor: FastifyRequest): Record<string, string> {
  const headers: Record<string, string> = { 'x-correlation-id': visitor.correlationId };
  for (const name of PASSED_ON) {
    const value = visitor.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
