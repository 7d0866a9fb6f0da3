import { IoAdapter } from '@nestjs/platform-socket.io';
import { fastifyCookie } from '@fastify/cookie';
import type { INestApplicationContext } from '@nestjs/common';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { type Authenticator, SESSION_COOKIE } from '../http/principal.js';
import type { CopyLink } from './copy-link.js';
import { personRoom, type Realtime, signInRoom } from './realtime.js';
import { setPerson, visitorOf } from './socket-person.js';

/** A message beyond this is not one of ours; offers with many candidates stay below 32 KB. */
const MESSAGE_BYTES_MAX = 256 * 1024;

/** Socket.IO on the one port, websocket only (copies behind a balancer need no sticky sessions), each connection signed in by its cookie. */
export class SocketIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly authenticator: Authenticator,
    private readonly realtime: Realtime,
    private readonly copies: CopyLink | null,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      maxHttpBufferSize: MESSAGE_BYTES_MAX,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      allowRequest: (
        request: { headers: { origin?: string; host?: string } },
        decide: (error: string | null, isAllowed: boolean) => void,
      ) => {
        decide(null, isOwnOrigin(request.headers));
      },
    } as Partial<ServerOptions> as ServerOptions);
    if (this.copies) server.adapter(this.copies.adapter());
    server.use((socket, next) => {
      this.identify(socket).then(() => next(), next);
    });
    server.on('connection', (socket) => this.joinOwnRooms(socket));
    this.realtime.attach(server, this.copies);
    return server;
  }

  private async identify(socket: Socket): Promise<void> {
    const token = fastifyCookie.parse(socket.handshake.headers.cookie ?? '')[SESSION_COOKIE];
    setPerson(socket, token ? await this.authenticator.authenticate(token) : null);
  }

  private joinOwnRooms(socket: Socket): void {
    const person = visitorOf(socket);
    if (person) void socket.join([personRoom(person.accountId), signInRoom(person.signInId)]);
  }
}

/** Browsers name the page that connects; pages of other hosts are turned away. */
function isOwnOrigin(headers: { origin?: string; host?: string }): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
