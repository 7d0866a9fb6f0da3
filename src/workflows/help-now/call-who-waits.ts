import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { NotificationsFacade } from '../../modules/notifications/index.js';
import {
  type SchedulingEvent,
  SchedulingFacade,
  TURN_MINUTES,
} from '../../modules/scheduling/index.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Translator } from '../../platform/i18n/translator.js';
import { OnEvent, OnJob } from '../../platform/outbox/handlers.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import { displayOf, topicOf } from './ring-pushes.js';

interface TurnPush {
  readonly placeId: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly deviceId: string;
}

/** Tells whoever waits in a line: their page that something moved, and themselves that it is their turn. */
@Injectable()
export class CallWhoWaits {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly notifications: NotificationsFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
    private readonly realtime: Realtime,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @OnEvent('scheduling.place.changed', 'tell-learner.on-place-changed')
  async placeChanged({
    data,
    eventId,
  }: SchedulingEvent<'scheduling.place.changed'>): Promise<void> {
    const { placeId, learnerId, expertId, state } = data;
    this.realtime.toPerson(learnerId, 'waiting-place.changed', { id: placeId });
    if (state !== 'called') return;
    const people = await this.accounts.people([expertId, learnerId]);
    const expert = people.get(expertId);
    // Whoever has left the place for good is told nothing, and holds up nobody.
    if (!expert || !people.has(learnerId)) return;
    await this.notifications.tell({
      key: `waiting-place:${eventId}`,
      personId: learnerId,
      topic: 'yourTurn',
      facts: { other: expert.displayName, minutes: String(TURN_MINUTES) },
      path: `/waiting/${placeId}`,
    });
    const deviceIds = await this.notifications.pushDevicesOf(learnerId);
    await this.unitOfWork.run(async () => {
      for (const deviceId of deviceIds)
        await this.outbox.schedule({
          name: 'help-now.push-turn',
          key: `help-now.push-turn:${eventId}:${deviceId}`,
          dueAt: this.clock.now().toString(),
          payload: { placeId, learnerId, expertId, deviceId },
        });
    });
  }

  /** A turn that is over by now is not told any more. */
  @OnJob('help-now.push-turn')
  async pushTurn({ placeId, learnerId, expertId, deviceId }: TurnPush): Promise<void> {
    const { state } = await this.scheduling.waitingPlace(placeId, learnerId);
    if (state !== 'called') return;
    const { language } = await this.accounts.person(learnerId);
    const { displayName } = await this.accounts.person(expertId);
    const t = await this.translator.for(language);
    const facts = { other: displayName, minutes: String(TURN_MINUTES) };
    await this.notifications.push(
      deviceId,
      {
        kind: 'note',
        tag: placeId,
        title: t('notifications:push.turn.title', facts),
        body: t('notifications:push.turn.text', facts),
        ...displayOf(language),
        path: `/waiting/${placeId}`,
      },
      { ttlSeconds: TURN_MINUTES * 60, urgency: 'high', topic: topicOf(placeId) },
    );
  }
}
