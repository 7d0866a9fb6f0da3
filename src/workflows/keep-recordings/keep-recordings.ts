import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { BillingFacade } from '../../modules/billing/index.js';
import { RecordingFrozenError, RecordingsFacade } from '../../modules/sessions/index.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Logger } from '../../platform/logging/logger.js';
import { OnJob } from '../../platform/outbox/handlers.js';
import { Outbox } from '../../platform/outbox/outbox.js';

const JOB = 'keep-recordings.sweep';
/** When the fewest people are in rooms. */
const AT_HOUR_UTC = 3;
const HOURS_A_DAY = 24;
const AT_A_TIME = 100;

/** Deletes recordings whose time is up, every night; what an open claim or report needs stays until the case is closed. */
@Injectable()
export class KeepRecordings implements OnApplicationBootstrap {
  constructor(
    private readonly recordings: RecordingsFacade,
    private readonly billing: BillingFacade,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Copies that start together replace each other's job. */
  onApplicationBootstrap(): Promise<void> {
    return this.scheduleNext();
  }

  @OnJob(JOB)
  async sweep(): Promise<void> {
    for (const { id, sessionId } of await this.recordings.due(AT_A_TIME)) {
      try {
        await this.recordings.delete(id, null, await this.hasOpenClaim(sessionId));
      } catch (error) {
        if (!(error instanceof RecordingFrozenError)) throw error;
        this.logger.info('a recording is kept for an open case', { id });
      }
    }
    await this.scheduleNext();
  }

  /** The learner is not satisfied, and it is not decided yet. */
  async hasOpenClaim(sessionId: string): Promise<boolean> {
    const claim = await this.billing.claimOf(sessionId);
    return claim !== null && claim.state !== 'granted' && claim.state !== 'refused';
  }

  private async scheduleNext(): Promise<void> {
    const dueAt = nextNight(this.clock.now()).toString();
    await this.unitOfWork.run(() =>
      this.outbox.schedule({ name: JOB, key: JOB, dueAt, payload: {} }),
    );
  }
}

function nextNight(now: Temporal.Instant): Temporal.Instant {
  const hourMs = 3_600_000;
  const hours = Math.floor(now.epochMilliseconds / hourMs);
  const ahead = (AT_HOUR_UTC - (hours % HOURS_A_DAY) + HOURS_A_DAY) % HOURS_A_DAY || HOURS_A_DAY;
  return Temporal.Instant.fromEpochMilliseconds((hours + ahead) * hourMs);
}
