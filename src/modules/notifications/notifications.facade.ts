import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/config.js';
import { Translator } from '../../platform/i18n/translator.js';
import { type MailAttachment, Mailer } from '../../platform/mail/mailer.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../accounts/index.js';
import { type Answerable, AnswerTokens } from './application/answer-tokens.js';
import { PushDevices } from './application/push-devices.js';
import { Push } from './application/push.js';
import type { PushDelivery, PushMessage } from './domain/push-message.js';

/** What people are told of; each has its texts in every language under `notifications:<topic>`. */
export type Topic =
  | 'applicationApproved'
  | 'applicationSentBack'
  | 'applicationRefused'
  | 'bookingConfirmed'
  | 'bookingCancelled'
  | 'bookingReminder'
  | 'bookingRescheduled'
  | 'bookingFollowsClock'
  | 'bookingClockConflict'
  | 'calendarConflict'
  | 'payoutAccountChanged'
  | 'payoutAccountSet'
  | 'payoutFailed'
  | 'payoutSent'
  | 'receiptReady'
  | 'refundMade'
  | 'yourTurn';

export interface Notice {
  /** Makes telling safe to repeat: the same key is told once. */
  readonly key: string;
  readonly personId: string;
  readonly topic: Topic;
  /** What the text speaks of; already written for people. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where the one clear button leads; a path of this installation. */
  readonly path: string;
  /** Another mail address than the one the person has today. */
  readonly mailTo?: string;
  /** An iCalendar file, and what it does in the reader's calendar. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** Tells people what happened, by mail, on their open pages and through their browsers, in their language. */
@Injectable()
export class NotificationsFacade {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly mailer: Mailer,
    private readonly translator: Translator,
    private readonly realtime: Realtime,
    private readonly config: AppConfig,
    private readonly devices: PushDevices,
    private readonly pushes: Push,
    private readonly tokens: AnswerTokens,
  ) {}

  /** @throws UnknownAccountError */
  async tell(notice: Notice): Promise<void> {
    const person = await this.accounts.person(notice.personId);
    const t = await this.translator.for(person.language);
    const texts = {
      name: person.displayName,
      link: `${this.config.http.publicUrl}${notice.path}`,
      ...notice.facts,
    };
    await this.mailer.send({
      key: notice.key,
      to: notice.mailTo ?? person.email,
      subject: t(`notifications:${notice.topic}.subject`, texts),
      text: t(`notifications:${notice.topic}.text`, texts),
      ...(notice.calendar === undefined ? {} : { attachments: [calendarFile(notice.calendar)] }),
    });
    this.realtime.toPerson(notice.personId, 'notification', {
      key: notice.key,
      topic: notice.topic,
      title: t(`notifications:${notice.topic}.subject`, texts),
      path: notice.path,
    });
  }

  /** Browsers of a person that can be reached while no page is open. */
  async pushDevicesOf(personId: string): Promise<string[]> {
    return (await this.devices.of(personId)).map(({ id }) => id);
  }

  /** Never inside a transaction. @returns whether the push service took it; a browser that is gone is forgotten @throws PushServiceError when sending again may work */
  push(deviceId: string, message: PushMessage, delivery: PushDelivery): Promise<boolean> {
    return this.pushes.send(deviceId, message, delivery);
  }

  /** What lets one notification be answered without an open page, until then. */
  answerToken(what: Answerable, endsAt: Temporal.Instant): string {
    return this.tokens.issue(what, endsAt);
  }

  /** @throws AnswerTokenError */
  readAnswerToken(token: string, purpose: Answerable['purpose']): Answerable {
    return this.tokens.read(token, purpose);
  }
}

function calendarFile({ method, content }: NonNullable<Notice['calendar']>): MailAttachment {
  return {
    fileName: 'invite.ics',
    // The same method as inside the file: mail programs act on this one. RFC 6047
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}
