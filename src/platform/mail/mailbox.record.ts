import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';
import type { MailAttachment } from './mailer.js';

@Entity('platform_mailbox')
export class MailboxRecord {
  @IdColumn() id!: string;
  @TextColumn({ name: 'mail_key', length: 150 }) mailKey!: string;
  @TextColumn({ length: 320 }) recipient!: string;
  @TextColumn({ length: 400 }) subject!: string;
  @LongTextColumn({ name: 'text_body' }) textBody!: string;
  @LongTextColumn({ name: 'html_body', nullable: true }) htmlBody!: string | null;
  @JsonColumn() attachments!: readonly MailAttachment[];
  @InstantColumn({ name: 'sent_at' }) sentAt!: Temporal.Instant;
}
