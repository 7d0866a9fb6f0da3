import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { Logger } from '../../../platform/logging/logger.js';
import { personOf } from '../../../platform/realtime/socket-person.js';
import { answer, type SocketReply } from '../../../platform/realtime/socket-reply.js';
import { Presence } from '../application/presence.js';

/** Hears from open pages that they are open. */
@WebSocketGateway()
export class PresenceGateway {
  constructor(
    private readonly presence: Presence,
    private readonly logger: Logger,
  ) {}

  @SubscribeMessage('presence.heartbeat')
  heartbeat(@ConnectedSocket() socket: Socket): Promise<SocketReply> {
    return answer(this.logger, async () => {
      await this.presence.heartbeat(personOf(socket).accountId);
      return {};
    });
  }
}
