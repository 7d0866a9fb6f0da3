import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Uploads, type UploadView } from '../../../platform/storage/uploads.js';
import { EmptyMessageError } from '../domain/sessions.errors.js';
import { MessageFileRecord, MessageRecord } from '../persistence/session.records.js';

export interface MessageView {
  readonly id: string;
  readonly clientId: string;
  readonly from: string;
  /** Empty where only files were sent. */
  readonly text: string;
  /** In the order in which they were attached. */
  readonly files: readonly UploadView[];
  /** RFC 3339, UTC. */
  readonly sentAt: string;
}

export interface NewMessage {
  readonly sessionId: string;
  readonly fromId: string;
  readonly toId: string;
  /** Made by the browser. */
  readonly clientId: string;
  readonly text: string;
  /** Uploads of whoever writes. */
  readonly fileIds: readonly string[];
}

/** The chat of a session; kept after the call for both. */
@Injectable()
export class Messages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A message that is sent again after a lost answer is the first one. Its files become readable to the other.
   *
   * @throws EmptyMessageError, NotFoundError for a file of somebody else
   */
  async send(message: NewMessage): Promise<MessageView> {
    const { sessionId, fromId, toId, clientId, fileIds } = message;
    const text = message.text.trim();
    if (text === '' && fileIds.length === 0) throw new EmptyMessageError();
    const files: UploadView[] = [];
    for (const fileId of fileIds) files.push(await this.uploads.ownedBy(fileId, fromId));
    for (const fileId of fileIds) await this.uploads.show(fileId, fromId, toId);
    const record = {
      id: this.ids.next(),
      sessionId,
      fromId,
      clientId,
      text,
      sentAt: this.clock.now(),
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(MessageRecord, record);
        for (const [position, file] of files.entries())
          await this.unitOfWork.manager.insert(MessageFileRecord, {
            id: this.ids.next(),
            sessionId,
            messageId: record.id,
            fileId: file.id,
            position,
            fileName: file.fileName,
            contentType: file.contentType,
            sizeBytes: file.sizeBytes,
          });
      });
      return viewOf(record, files);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const known = (await this.of(sessionId)).find((each) => each.clientId === clientId);
      if (!known) throw error;
      return known;
    }
  }

  /** Oldest first. */
  async of(sessionId: string): Promise<MessageView[]> {
    const { manager } = this.unitOfWork;
    const order = { sentAt: 'ASC', id: 'ASC' } as const;
    const records = await manager.find(MessageRecord, { where: { sessionId }, order });
    const files = await manager.find(MessageFileRecord, {
      where: { sessionId },
      order: { position: 'ASC' },
    });
    return records.map((record) =>
      viewOf(
        record,
        files
          .filter(({ messageId }) => messageId === record.id)
          .map(({ fileId, fileName, contentType, sizeBytes }) => ({
            id: fileId,
            fileName,
            contentType,
            sizeBytes,
          })),
      ),
    );
  }
}

function viewOf(record: MessageRecord, files: readonly UploadView[]): MessageView {
  return {
    id: record.id,
    clientId: record.clientId,
    from: record.fromId,
    text: record.text,
    files,
    sentAt: record.sentAt.toString(),
  };
}
