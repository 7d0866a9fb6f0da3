import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { REMINDER_MINUTES } from '../domain/booking.js';
import { FeedRepository } from '../persistence/feed.repository.js';

/** Which reminders people want. The room opens without being asked. */
@Injectable()
export class ReminderChoices {
  constructor(
    private readonly choices: FeedRepository,
    private readonly clock: Clock,
  ) {}

  /** Minutes before the start; all of them until the person chose. */
  async of(personId: string): Promise<readonly number[]> {
    return (await this.choices.remindersOf(personId)) ?? REMINDER_MINUTES;
  }

  /** @throws InvalidInputError for a time that is not offered */
  async set(personId: string, minutes: readonly number[]): Promise<void> {
    const known: readonly number[] = REMINDER_MINUTES;
    if (minutes.some((each) => !known.includes(each)))
      throw new InvalidInputError([{ field: 'minutes', rule: 'choice' }]);
    const chosen = REMINDER_MINUTES.filter((each) => minutes.includes(each));
    await this.choices.setReminders(personId, chosen, this.clock.now());
  }
}
