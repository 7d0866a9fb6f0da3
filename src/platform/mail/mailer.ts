export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

export interface Mail {
  /** Makes sending safe to repeat: a second mail with the same key is not sent. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
}

/** Sends mail; without SMTP_URL it lands in the mailbox that the console shows. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}

export interface MailboxEntry {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly sentAt: string;
}
