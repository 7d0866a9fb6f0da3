import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AccountsFacade } from '../modules/accounts/index.js';
import {
  RingOverError,
  type SchedulingEvent,
  SchedulingFacade,
} from '../modules/scheduling/index.js';
import { Clock } from '../platform/clock.js';
import { AppConfig } from '../platform/config/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OnEvent, OnJob } from '../platform/outbox/handlers.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ALWAYS_FREE } from './content/experts.js';
import { demoEmail } from './content/people.js';

const ACCEPT_JOB = 'demo.accept-ring';
/** Long enough to see it ring, short enough not to wonder. */
const ACCEPT_AFTER_MS_MIN = 2_000;
const ACCEPT_AFTER_MS_MAX = 4_000;

interface RingToAccept {
  readonly ringId: string;
  readonly expertId: string;
}

/** Experts of the demo who are always free and accept by themselves. */
@Injectable()
export class DemoExperts implements OnApplicationBootstrap {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Whoever signed in as one of them may have gone away; after a start they are back. */
  async onApplicationBootstrap(): Promise<void> {
    // Only the embedded media server plays generated people; with another one nobody would come.
    const isPlayed = this.config.video.kind === 'embedded';
    for (const key of ALWAYS_FREE) {
      const expert = await this.accounts.personByEmail(demoEmail(key));
      if (expert) await this.scheduling.setFree(expert.id, isPlayed, { answersByItself: isPlayed });
    }
  }

  /** The answer is a job of its own, so that it comes also when the program was killed meanwhile. */
  @OnEvent('scheduling.ring.started', 'accept-as-demo-expert.on-ring-started')
  async onRing({ data }: SchedulingEvent<'scheduling.ring.started'>): Promise<void> {
    const { ringId, expertId } = data;
    if (this.config.video.kind !== 'embedded') return;
    if (!(await this.answersByItself(expertId))) return;
    const dueAt = this.clock.now().add({ milliseconds: hesitationMs(ringId) });
    const payload: RingToAccept = { ringId, expertId };
    await this.unitOfWork.run(() =>
      this.outbox.schedule({
        name: ACCEPT_JOB,
        key: `${ACCEPT_JOB}:${ringId}`,
        dueAt: dueAt.toString(),
        payload,
      }),
    );
  }

  @OnJob(ACCEPT_JOB)
  async accept({ ringId, expertId }: RingToAccept): Promise<void> {
    try {
      await this.scheduling.accept(ringId, expertId);
    } catch (error) {
      // The learner withdrew meanwhile, or a person signed in as this expert was faster.
      if (!(error instanceof RingOverError)) throw error;
    }
  }

  private async answersByItself(expertId: string): Promise<boolean> {
    const person = (await this.accounts.people([expertId])).get(expertId);
    return (
      person !== undefined && person.isDemo && ALWAYS_FREE.map(demoEmail).includes(person.email)
    );
  }
}

/** Not the same for every ring, but the same whenever the same ring is looked at again. */
function hesitationMs(ringId: string): number {
  const spread = Number.parseInt(ringId.slice(-6), 16) / 0xff_ffff;
  return Math.round(ACCEPT_AFTER_MS_MIN + spread * (ACCEPT_AFTER_MS_MAX - ACCEPT_AFTER_MS_MIN));
}
