import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { NotificationsFacade, PushServiceError } from '../../modules/notifications/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { Clock } from '../../platform/clock.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../shared/domain-error.js';
import { displayOf, topicOf } from './ring-pushes.js';

/** Whoever turned the switch on is looking at the screen; later the question would only puzzle. */
const CHECK_MINUTES = 10;

/** No browser took the question whether pushes arrive. */
export class PushNotDeliveredError extends DomainError {
  constructor() {
    super('unavailable', 'help_now.push_not_delivered', 'no browser could be reached');
  }
}

/** What people answer by notification: rings, and the question whether notifications arrive at all. */
@Injectable()
export class PushAnswers {
  constructor(
    private readonly notifications: NotificationsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /**
   * The first answer counts, on whichever device; the same again is told the same.
   *
   * @returns the room, null while it is being opened and after a decline
   * @throws AnswerTokenError, RingOverError, SomebodyFasterError
   */
  async answerRing(token: string, answer: 'accept' | 'decline'): Promise<string | null> {
    const { subjectId, personId } = this.notifications.readAnswerToken(token, 'ring');
    if (answer === 'decline') {
      await this.scheduling.decline(subjectId, personId);
      await this.scheduling.pushAnswered(personId);
      return null;
    }
    const { helpRequestId } = await this.scheduling.accept(subjectId, personId);
    await this.scheduling.pushAnswered(personId);
    return (await this.sessions.sessionOf('help_request', helpRequestId))?.id ?? null;
  }

  /** The person has seen our question: rings will be seen too. @throws AnswerTokenError */
  async answerCheck(token: string): Promise<void> {
    const { personId } = this.notifications.readAnswerToken(token, 'push-check');
    await this.scheduling.pushAnswered(personId);
  }

  /** @throws PushNotDeliveredError */
  async askForTap(personId: string): Promise<void> {
    const deviceIds = await this.notifications.pushDevicesOf(personId);
    const sent = await Promise.all(deviceIds.map((deviceId) => this.ask(personId, deviceId)));
    if (!sent.includes(true)) throw new PushNotDeliveredError();
  }

  private async ask(personId: string, deviceId: string): Promise<boolean> {
    const { language } = await this.accounts.person(personId);
    const t = await this.translator.for(language);
    const endsAt = this.clock.now().add({ minutes: CHECK_MINUTES });
    const answerable = {
      purpose: 'push-check',
      subjectId: deviceId,
      personId,
      deviceId,
    } as const;
    try {
      return await this.notifications.push(
        deviceId,
        {
          kind: 'check',
          tag: 'push-check',
          title: t('notifications:push.check.title'),
          body: t('notifications:push.check.text'),
          ...displayOf(language),
          path: '/settings',
          token: this.notifications.answerToken(answerable, endsAt),
          overText: t('notifications:push.check.over'),
        },
        { ttlSeconds: CHECK_MINUTES * 60, urgency: 'high', topic: topicOf(deviceId) },
      );
    } catch (error) {
      if (error instanceof PushServiceError) return false;
      throw error;
    }
  }
}
