import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { Logger } from '../../../platform/logging/logger.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { personOf } from '../../../platform/realtime/socket-person.js';
import { answer, readMessage } from '../../../platform/realtime/socket-reply.js';
import { Uploads } from '../../../platform/storage/uploads.js';
import type { SessionView } from '../application/session-view.js';
import { Stills } from '../application/stills.js';
import { SessionsFacade } from '../sessions.facade.js';
import {
  FreezeMessage,
  LeaveRoomMessage,
  StrokeMessage,
  TakeBackMessage,
} from './room.messages.js';

type Reply = Promise<object>;

/** Frozen pictures and the lines on them; the server keeps both, in one order for both people. */
@WebSocketGateway()
export class DrawingGateway {
  constructor(
    private readonly facade: SessionsFacade,
    private readonly stills: Stills,
    private readonly uploads: Uploads,
    private readonly realtime: Realtime,
    private readonly logger: Logger,
  ) {}

  @SubscribeMessage('room.freeze')
  freeze(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, ...picture } = readMessage(FreezeMessage, raw);
      const { accountId } = personOf(socket);
      const session = await this.facade.openSession(sessionId, accountId);
      await this.uploads.show(picture.fileId, accountId, otherThan(session, accountId));
      const still = await this.stills.freeze(sessionId, accountId, picture);
      this.tell(session, 'room.still', { sessionId, still });
      return { still };
    });
  }

  @SubscribeMessage('room.unfreeze')
  unfreeze(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId } = readMessage(LeaveRoomMessage, raw);
      const session = await this.facade.openSession(sessionId, personOf(socket).accountId);
      await this.stills.putAway(sessionId);
      this.tell(session, 'room.still', { sessionId, still: null });
      return {};
    });
  }

  @SubscribeMessage('room.stroke')
  stroke(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, stillId, clientId, points } = readMessage(StrokeMessage, raw);
      const { accountId } = personOf(socket);
      const session = await this.facade.openSession(sessionId, accountId);
      const stroke = await this.stills.draw(sessionId, stillId, accountId, clientId, points);
      this.tell(session, 'room.stroke', { sessionId, stillId, stroke });
      return { stroke };
    });
  }

  @SubscribeMessage('room.takeBack')
  takeBack(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, stillId, which } = readMessage(TakeBackMessage, raw);
      const { accountId } = personOf(socket);
      const session = await this.facade.openSession(sessionId, accountId);
      const ids = await this.stills.takeBack(sessionId, stillId, accountId, which);
      this.tell(session, 'room.strokesGone', { sessionId, stillId, ids });
      return { ids };
    });
  }

  private tell({ learnerId, expertId }: SessionView, event: string, payload: object): void {
    for (const personId of [learnerId, expertId]) this.realtime.toPerson(personId, event, payload);
  }
}

function otherThan({ learnerId, expertId }: SessionView, personId: string): string {
  return learnerId === personId ? expertId : learnerId;
}
