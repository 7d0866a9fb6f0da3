import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { EmptyMessageError } from '../domain/sessions.errors.js';
import { MessageRecord } from '../persistence/session.records.js';

export interface MessageView {
  readonly id: string;
  readonly clientId: string;
  readonly from: string;
  readonly text: string;
  /** RFC 3339, UTC. */
  readonly sentAt: string;
}

/** The chat of a session; kept after the call for both. */
@Injectable()
export class Messages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A message that is sent again after a lost answer is the first one. @throws EmptyMessageError */
  async send(
    sessionId: string,
    fromId: string,
    clientId: string,
    text: string,
  ): Promise<MessageView> {
    if (text.trim() === '') throw new EmptyMessageError();
    const record = {
      id: this.ids.next(),
      sessionId,
      fromId,
      clientId,
      text: text.trim(),
      sentAt: this.clock.now(),
    };
    try {
      await this.unitOfWork.manager.insert(MessageRecord, record);
      return viewOf(record);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return viewOf(
        await this.unitOfWork.manager.findOneByOrFail(MessageRecord, { sessionId, clientId }),
      );
    }
  }

  /** Oldest first. */
  async of(sessionId: string): Promise<MessageView[]> {
    const records = await this.unitOfWork.manager.find(MessageRecord, {
      where: { sessionId },
      order: { sentAt: 'ASC', id: 'ASC' },
    });
    return records.map(viewOf);
  }
}

function viewOf(record: MessageRecord): MessageView {
  return {
    id: record.id,
    clientId: record.clientId,
    from: record.fromId,
    text: record.text,
    sentAt: record.sentAt.toString(),
  };
}
