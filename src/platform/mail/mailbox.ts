import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { MailboxRecord } from './mailbox.record.js';
import { type Mail, type MailboxEntry, Mailer } from './mailer.js';

/** The mail of an installation without SMTP: kept in the store and shown in the console. */
@Injectable()
export class Mailbox extends Mailer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.unitOfWork.manager.insert(MailboxRecord, {
        id: this.ids.next(),
        mailKey: mail.key,
        recipient: mail.to,
        subject: mail.subject,
        textBody: mail.text,
        htmlBody: mail.html ?? null,
        attachments: [...(mail.attachments ?? [])],
        sentAt: this.clock.now(),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Newest first. */
  async list(
    page: { readonly offset: number; readonly limit: number },
    to?: string,
  ): Promise<{ items: MailboxEntry[]; total: number }> {
    const [rows, total] = await this.unitOfWork.manager.findAndCount(MailboxRecord, {
      ...(to === undefined ? {} : { where: { recipient: to } }),
      order: { id: 'DESC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: rows.map(entryOf), total };
  }

  async entry(id: string): Promise<MailboxEntry | null> {
    const row = await this.unitOfWork.manager.findOneBy(MailboxRecord, { id });
    return row ? entryOf(row) : null;
  }
}

function entryOf(row: MailboxRecord): MailboxEntry {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.textBody,
    html: row.htmlBody,
    sentAt: row.sentAt.toString(),
  };
}
