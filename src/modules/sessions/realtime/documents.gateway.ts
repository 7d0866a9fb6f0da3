import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { Clock } from '../../../platform/clock.js';
import { Logger } from '../../../platform/logging/logger.js';
import { personOf } from '../../../platform/realtime/socket-person.js';
import { answer, readMessage } from '../../../platform/realtime/socket-reply.js';
import { Documents } from '../application/documents.js';
import { fromBase64, LiveDocuments } from '../application/live-documents.js';
import { isOver } from '../domain/session-state.js';
import { TooManyUpdatesError } from '../domain/sessions.errors.js';
import { type Allowance, type Budget, CURSORS, spend, UPDATES } from '../domain/update-budget.js';
import { SessionsFacade } from '../sessions.facade.js';
import {
  DocumentCursorMessage,
  DocumentMessage,
  DocumentUpdateMessage,
  OpenDocumentMessage,
} from './document.messages.js';

type Reply = Promise<object>;

/** Everybody who has the document open, on every copy of the program. */
export function documentRoom(documentId: string): string {
  return `document:${documentId}`;
}

/** Writing together: every change is checked against the person, stored, and only then told to the other. */
@WebSocketGateway()
export class DocumentsGateway {
  private readonly opened = new WeakMap<Socket, Set<string>>();
  private readonly budgets = new WeakMap<Allowance, WeakMap<Socket, Budget>>();

  constructor(
    private readonly facade: SessionsFacade,
    private readonly documents: Documents,
    private readonly live: LiveDocuments,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @SubscribeMessage('document.open')
  open(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, documentId, stateVector } = readMessage(OpenDocumentMessage, raw);
      const { accountId } = personOf(socket);
      const { state } = await this.facade.session(sessionId, accountId);
      const document = await this.documents.one(sessionId, documentId);
      await socket.join(documentRoom(documentId));
      this.closeWithConnection(socket, documentId);
      const known = stateVector ? fromBase64(stateVector) : Uint8Array.of(0);
      const sync = await this.live.open(documentId, socket.id, known);
      return { document, isOver: isOver(state), ...sync };
    });
  }

  @SubscribeMessage('document.close')
  close(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { documentId } = readMessage(DocumentMessage, raw);
      await socket.leave(documentRoom(documentId));
      this.live.close(documentId, socket.id);
      return {};
    });
  }

  @SubscribeMessage('document.update')
  update(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, async () => {
      const { sessionId, documentId, update } = readMessage(DocumentUpdateMessage, raw);
      const { accountId } = personOf(socket);
      if (!this.mayGoOn(socket, UPDATES)) throw new TooManyUpdatesError();
      await this.facade.openSession(sessionId, accountId);
      await this.documents.assertMayWrite(sessionId, documentId, accountId);
      await this.live.append(documentId, fromBase64(update));
      socket.to(documentRoom(documentId)).emit('document.update', { documentId, update });
      return {};
    });
  }

  /** Where somebody is; said on, never kept. */
  @SubscribeMessage('document.cursor')
  cursor(@ConnectedSocket() socket: Socket, @MessageBody() raw: unknown): Reply {
    return answer(this.logger, () => {
      const { documentId, cursor = null } = readMessage(DocumentCursorMessage, raw);
      const { accountId: personId } = personOf(socket);
      const room = documentRoom(documentId);
      // Who opened it was checked then.
      if (socket.rooms.has(room) && this.mayGoOn(socket, CURSORS))
        socket.to(room).emit('document.cursor', { documentId, personId, cursor });
      return Promise.resolve({});
    });
  }

  /** Whoever is gone has nothing open. */
  private closeWithConnection(socket: Socket, documentId: string): void {
    const known = this.opened.get(socket);
    if (known) return void known.add(documentId);
    const opened = new Set([documentId]);
    this.opened.set(socket, opened);
    socket.once('disconnect', () => {
      for (const each of opened) this.live.close(each, socket.id);
    });
  }

  private mayGoOn(socket: Socket, allowance: Allowance): boolean {
    const budgets = this.budgets.get(allowance) ?? new WeakMap<Socket, Budget>();
    this.budgets.set(allowance, budgets);
    const left = spend(budgets.get(socket) ?? null, allowance, this.clock.now().epochMilliseconds);
    if (left) budgets.set(socket, left);
    return left !== null;
  }
}
