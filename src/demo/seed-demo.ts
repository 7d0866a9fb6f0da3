import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { BillingFacade } from '../modules/billing/index.js';
import { Clock } from '../platform/clock.js';
import { Logger } from '../platform/logging/logger.js';
import { DEMO_EXPERTS } from './content/experts.js';
import { DEMO_LEARNERS, DEMO_STAFF } from './content/people.js';
import type { DemoExpert } from './content/shape.js';
import { type Deed, inOrder } from './seed/deed.js';
import { QuickCommits } from './seed/quick-commits.js';
import { SeedCategories } from './seed/seed-categories.js';
import { SeedExperts } from './seed/seed-experts.js';
import { SeedListings } from './seed/seed-listings.js';
import { SeedPeople } from './seed/seed-people.js';
import { SeedSessions } from './seed/seed-sessions.js';
import { Travel } from './seed/travel.js';

const DAYS_OPEN = 7 * 21;
const LEARNERS_CAME_AFTER_DAYS = 30;
/** The round of the past; those of today go by the clock. */
const PAID_OUT_DAYS_AGO = 17;
/** Nobody signs up at the same moment as somebody else. */
const BETWEEN_SIGN_UPS_MINUTES = 211;

/**
 * Fills the store of a demo through the faces of the modules, in the order of time: what everybody did
 * in the weeks before, each at its hour. Runs before anything else of the program does, because while
 * it runs the clock stands in the past.
 */
@Injectable()
export class DemoSeed implements OnModuleInit {
  constructor(
    private readonly categories: SeedCategories,
    private readonly people: SeedPeople,
    private readonly experts: SeedExperts,
    private readonly listings: SeedListings,
    private readonly sessions: SeedSessions,
    private readonly billing: BillingFacade,
    private readonly travel: Travel,
    private readonly quickCommits: QuickCommits,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.run();
  }

  /** Does nothing once everything is there; goes on where a run was cut off. */
  async run(): Promise<void> {
    if (await this.isComplete()) return;
    this.logger.info('the demo people, offers and past sessions are being made');
    const deeds = inOrder(this.everythingThatHappened(this.clock.now()));
    await this.quickCommits.during(() => this.live(deeds));
  }

  private async live(deeds: readonly Deed[]): Promise<void> {
    try {
      for (const { at, act } of deeds) {
        this.travel.to(at);
        await act();
        await this.travel.settle();
      }
    } finally {
      this.travel.home();
    }
  }

  /** The last thing that happened tells of all before it. */
  private async isComplete(): Promise<boolean> {
    const newest = arrivals(this.clock.now()).at(-1)?.expert;
    const last = newest?.listings.at(-1);
    if (!newest || !last || !(await this.people.isThere(newest.key))) return false;
    return (
      (await this.listings.isPublished(newest.key, last)) && (await this.sessions.isComplete())
    );
  }

  private everythingThatHappened(now: Temporal.Instant): Deed[] {
    const opened = now.subtract({ hours: 24 * DAYS_OPEN });
    const learnersCame = opened.add({ hours: 24 * LEARNERS_CAME_AFTER_DAYS });
    return [
      { at: opened, act: () => this.categories.add() },
      ...DEMO_STAFF.map((person) => ({ at: opened, act: () => this.people.addStaff(person) })),
      ...DEMO_LEARNERS.map((person, index) => ({
        at: learnersCame.add({ minutes: index * BETWEEN_SIGN_UPS_MINUTES }),
        act: () => this.people.addLearner(person),
      })),
      ...arrivals(now).flatMap(({ expert, joinedAt }) => this.experts.deedsOf(expert, joinedAt)),
      ...this.sessions.deeds(now),
      {
        at: now.subtract({ hours: 24 * PAID_OUT_DAYS_AGO }),
        act: () => this.billing.beginPayouts(),
      },
    ];
  }
}

/** When each expert came, the first one first. All do the same things after the same time, so who came last finishes last. */
function arrivals(now: Temporal.Instant): { expert: DemoExpert; joinedAt: Temporal.Instant }[] {
  return DEMO_EXPERTS.map((expert, index) => ({
    expert,
    joinedAt: now
      .subtract({ hours: 24 * 7 * expert.weeksHere })
      .add({ minutes: index * BETWEEN_SIGN_UPS_MINUTES }),
  })).sort((a, b) => Temporal.Instant.compare(a.joinedAt, b.joinedAt));
}
