import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/**
 * One port for everything: paths of a mounted program (the console) go to it, the rest to Fastify.
 * The mounted program is attached later, so that the API answers before the console has loaded.
 */
export class SharedPort {
  private mounted: { readonly prefix: string; readonly listener: RequestListener } | null = null;

  mount(prefix: string, listener: RequestListener): void {
    this.mounted = { prefix, listener };
  }

  createServer(fastify: RequestListener, tls: TlsFiles | null): Server {
    const dispatch: RequestListener = (request, response) => {
      if (this.mounted && isUnder(request, this.mounted.prefix))
        this.mounted.listener(request, response);
      else fastify(request, response);
    };
    return tls ? createHttpsServer(tls, dispatch) : createHttpServer(dispatch);
  }
}

function isUnder(request: IncomingMessage, prefix: string): boolean {
  const path = request.url ?? '/';
  return path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`);
}
