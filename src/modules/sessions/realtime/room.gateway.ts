import { Inject, type OnModuleInit } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { Clock } from '../../../platform/clock.js';
import { Logger } from '../../../platform/logging/logger.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import { personOf } from '../../../platform/realtime/socket-person.js';
import { answer, readMessage } from '../../../platform/realtime/socket-reply.js';
import { Messages } from '../application/messages.js';
import { SeatKeys } from '../application/seat-keys.js';
import { SessionRuntime } from '../application/session-runtime.js';
import { VIDEO_PORT } from '../application/video-port.token.js';
import type { VideoPort } from '../media/video-port.js';
import { SessionsFacade } from '../sessions.facade.js';
import {
  ChatMessage,
  EnterRoomMessage,
  HeartbeatMessage,
  LeaveRoomMessage,
  LineMessage,
  SignalMessage,
} from './room.messages.js';

type Reply = Promise<object>;

/** What the two pages of a room say to the server; every message is checked against the person who sends it. */
@WebSocketGateway()
export class RoomGateway implements OnModuleInit {
  constructor(
    private readonly facade: SessionsFacade,
    private readonly runtime: SessionRuntime,
    private readonly seatKeys: SeatKeys,
    private readonly messages: Messages,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  onModuleInit(): void {
    this.video.onSignal(({ roomId, participantId, message }) => {
      this.realtime.toRoom(seatRoom(roomId, participantId), 'room.signal', {
        sessionId: roomId,
        message,
      });
    });
  }

  @SubscribeMessage('room.enter')
  enter(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId } = readMessage(EnterRoomMessage, raw);
      const { accountId } = personOf(socket);
      const session = await this.facade.session(sessionId, accountId);
      await socket.join(seatRoom(sessionId, accountId));
      return { session };
    });
  }

  @SubscribeMessage('room.leave')
  leave(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId } = readMessage(LeaveRoomMessage, raw);
      await socket.leave(seatRoom(sessionId, personOf(socket).accountId));
      return {};
    });
  }

  @SubscribeMessage('room.signal')
  signal(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, message } = readMessage(SignalMessage, raw);
      return { reply: await this.video.signal(sessionId, personOf(socket).accountId, message) };
    });
  }

  @SubscribeMessage('room.chat')
  chat(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, clientId, text, fileIds = [] } = readMessage(ChatMessage, raw);
      const { accountId } = personOf(socket);
      const session = await this.facade.session(sessionId, accountId);
      const { learnerId, expertId } = session;
      const message = await this.messages.send({
        sessionId,
        fromId: accountId,
        toId: accountId === learnerId ? expertId : learnerId,
        clientId,
        text,
        fileIds,
      });
      for (const personId of [learnerId, expertId])
        this.realtime.toPerson(personId, 'room.chat', { sessionId, ...message });
      return { message };
    });
  }

  /** How much of the picture the line of one carries: the other is told why it became less. */
  @SubscribeMessage('room.line')
  line(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, rung } = readMessage(LineMessage, raw);
      const { accountId } = personOf(socket);
      const { learnerId, expertId } = await this.facade.openSession(sessionId, accountId);
      const other = accountId === learnerId ? expertId : learnerId;
      this.realtime.toPerson(other, 'room.line', { sessionId, rung });
      return {};
    });
  }

  @SubscribeMessage('room.heartbeat')
  heartbeat(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const beat = readMessage(HeartbeatMessage, raw);
      const participantId = personOf(socket).accountId;
      this.seatKeys.verify({ ...beat, participantId });
      const atMs = this.clock.now().epochMilliseconds;
      const { sessionId, seq, connected } = beat;
      const evidence = { source: 'heartbeat', seq, atMs } as const;
      await this.runtime.witness(sessionId, participantId, evidence, connected);
      return {};
    });
  }
}

function seatRoom(sessionId: string, participantId: string): string {
  return `seat:${sessionId}:${participantId}`;
}
