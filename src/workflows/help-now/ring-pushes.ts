import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade, type PersonView } from '../../modules/accounts/index.js';
import { NotificationsFacade, type PushMessage } from '../../modules/notifications/index.js';
import type { PushDevicesChanged } from '../../modules/notifications/index.js';
import {
  type RingOutcome,
  type RingView,
  type SchedulingEvent,
  SchedulingFacade,
} from '../../modules/scheduling/index.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Translator } from '../../platform/i18n/translator.js';
import { OnEvent, OnJob } from '../../platform/outbox/handlers.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { fromMoneyJson } from '../../shared/money.js';
import { formatMoney } from '../settle-session/format-money.js';
import type { Offer } from './offer.js';

/** Notifications have two or three lines; the page shows the rest. */
const PROBLEM_LETTERS_SHOWN = 160;
/** That a ring was missed is worth telling a browser that comes back within this time. */
const MISSED_TTL_SECONDS = 3600;
/** That it was answered or called off only matters where it is still on the screen. */
const OVER_TTL_SECONDS = 60;

interface RingPush {
  readonly ringId: string;
  readonly expertId: string;
  readonly deviceId: string;
}

type RingOverPush = RingPush & { readonly outcome: RingOutcome; readonly wasSlower: boolean };

/** Rings the browsers of an expert while no page is open, and takes the ring off their screens when it is over. */
@Injectable()
export class RingPushes {
  constructor(
    private readonly notifications: NotificationsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @OnEvent('scheduling.ring.started', 'push-ring.on-ring-started')
  async ringStarted({ data }: SchedulingEvent<'scheduling.ring.started'>): Promise<void> {
    await this.toEachDevice(data.expertId, 'help-now.push-ring', { ringId: data.ringId });
  }

  @OnEvent('scheduling.ring.ended', 'push-ring-over.on-ring-ended')
  async ringEnded({ data }: SchedulingEvent<'scheduling.ring.ended'>): Promise<void> {
    const { ringId, outcome, wasSlower } = data;
    await this.toEachDevice(data.expertId, 'help-now.push-ring-over', {
      ringId,
      outcome,
      wasSlower,
    });
  }

  /** A ring that is over by now is not sent any more, however long the push service was down. */
  @OnJob('help-now.push-ring')
  async pushRing({ ringId, expertId, deviceId }: RingPush): Promise<void> {
    const ring = await this.scheduling.ring(ringId, expertId);
    const endsAt = Temporal.Instant.from(ring.endsAt);
    const secondsLeft = this.clock.now().until(endsAt).total('seconds');
    if (ring.state !== 'rung' || secondsLeft <= 0) return;
    const person = await this.accounts.person(expertId);
    const answerable = {
      purpose: 'ring',
      subjectId: ringId,
      personId: expertId,
      deviceId,
    } as const;
    await this.notifications.push(
      deviceId,
      {
        ...(await this.ringMessage(ring, person)),
        token: this.notifications.answerToken(answerable, endsAt),
      },
      { ttlSeconds: secondsLeft, urgency: 'high', topic: topicOf(ringId) },
    );
  }

  @OnJob('help-now.push-ring-over')
  async pushRingOver({
    ringId,
    expertId,
    deviceId,
    outcome,
    wasSlower,
  }: RingOverPush): Promise<void> {
    const isMissed = outcome === 'timed_out';
    const ring = await this.scheduling.ring(ringId, expertId);
    await this.notifications.push(
      deviceId,
      await this.overMessage(
        ring,
        wasSlower ? 'slower' : outcome,
        await this.accounts.person(expertId),
      ),
      {
        ttlSeconds: isMissed ? MISSED_TTL_SECONDS : OVER_TTL_SECONDS,
        urgency: 'normal',
        topic: topicOf(ringId),
      },
    );
  }

  /** With the last browser goes the trust that a ring by push is heard. */
  @OnEvent('notifications.push-devices.changed', 'lose-push.on-devices-changed')
  async devicesChanged({ data }: PushDevicesChanged): Promise<void> {
    if ((await this.notifications.pushDevicesOf(data.personId)).length === 0)
      await this.scheduling.pushLost(data.personId);
  }

  /** One job a browser: one that does not answer holds up no other, and none is rung twice for it. */
  private async toEachDevice(
    expertId: string,
    job: string,
    facts: {
      readonly ringId: string;
      readonly outcome?: RingOutcome;
      readonly wasSlower?: boolean;
    },
  ): Promise<void> {
    const deviceIds = await this.notifications.pushDevicesOf(expertId);
    if (deviceIds.length === 0) return;
    await this.unitOfWork.run(async () => {
      for (const deviceId of deviceIds)
        await this.outbox.schedule({
          name: job,
          key: `${job}:${facts.ringId}:${deviceId}`,
          dueAt: this.clock.now().toString(),
          payload: { ...facts, expertId, deviceId },
        });
    });
  }

  private async ringMessage(ring: RingView, { language }: PersonView): Promise<PushMessage> {
    const t = await this.translator.for(language);
    const offer = ring.offer as unknown as Offer;
    const earnings =
      offer.netEarnings === null
        ? t('notifications:push.ring.free')
        : formatMoney(fromMoneyJson(offer.netEarnings), language);
    return {
      kind: 'ring',
      tag: ring.id,
      title: t('notifications:push.ring.title', { name: offer.learnerName }),
      body: `${shortened(ring.problem)}\n${t('notifications:push.ring.terms', {
        earnings,
        length: minutes(ring.ceilingMinutes, language),
      })}`,
      ...displayOf(language),
      path: '/studio',
      actions: [
        { action: 'accept', title: t('notifications:push.ring.accept') },
        { action: 'decline', title: t('notifications:push.ring.decline') },
      ],
      endsAt: ring.endsAt,
      leftText: t('notifications:push.ring.left', { length: '{{length}}' }),
      overText: t('notifications:push.ring.over'),
    };
  }

  private async overMessage(
    ring: RingView,
    outcome: RingOutcome | 'slower',
    { language }: PersonView,
  ): Promise<PushMessage> {
    const t = await this.translator.for(language);
    const { learnerName } = ring.offer as unknown as Offer;
    return {
      kind: 'ring-over',
      tag: ring.id,
      title: t(`notifications:push.ringOver.${outcome}.title`, { name: learnerName }),
      body: t(`notifications:push.ringOver.${outcome}.text`),
      ...displayOf(language),
      path: '/studio',
      isNews: outcome === 'timed_out',
    };
  }
}

/** Which way a notification is read. */
export function displayOf(language: string): Pick<PushMessage, 'language' | 'direction'> {
  return { language, direction: language === 'ar' ? 'rtl' : 'ltr' };
}

/** An id without its dashes: just what a topic may hold. */
export function topicOf(id: string): string {
  return id.replaceAll('-', '');
}

function minutes(count: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
  }).format(count);
}

function shortened(problem: string): string {
  const letters = [...problem.replace(/\s+/g, ' ')];
  return letters.length <= PROBLEM_LETTERS_SHOWN
    ? letters.join('')
    : `${letters.slice(0, PROBLEM_LETTERS_SHOWN - 1).join('')}…`;
}
