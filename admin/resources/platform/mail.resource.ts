import type { MailboxEntry } from '../../../src/platform/mail/mailer.js';
import type { MailPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** The mails of an installation without SMTP, so that links in them can be followed. */
export function mailResource(faces: Faces): ConsoleResource {
  const model = mailModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Mail',
      columnsInList: ['subject', 'to', 'sentAt'],
      columnsOnPhone: ['to'],
      columnsOfFilter: ['to'],
      page: 'MailPage',
      auditedAs: 'platform.mail',
    }),
  };
}

function mailModel({ mailbox }: Faces): ReadModel {
  return {
    id: 'mailbox',
    roles: ['support'],
    columns: [
      { path: 'id' },
      { path: 'subject' },
      { path: 'to' },
      { path: 'sentAt', type: 'datetime' },
      { path: 'page' },
    ],
    list: async ({ offset, limit, filters }) => {
      const to = filters['to']?.trim().toLowerCase();
      const { items, total } = await mailbox.list({ offset, limit }, to);
      return { items: items.map(rowOf), total };
    },
    byId: async (id) => {
      const mail = await mailbox.entry(id);
      if (!mail) return null;
      const page: MailPage = {
        to: mail.to,
        subject: mail.subject,
        sent: mail.sentAt,
        text: mail.text,
      };
      return { ...rowOf(mail), page: JSON.stringify(page) };
    },
  };
}

function rowOf(mail: MailboxEntry): Row {
  return { id: mail.id, subject: mail.subject, to: mail.to, sentAt: mail.sentAt };
}
