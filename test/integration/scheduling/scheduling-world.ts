import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IsNull, LessThanOrEqual } from 'typeorm';
import {
  type Availability,
  type BookingView,
  type HelpAsked,
  type HelpRequestView,
  SchedulingFacade,
} from '../../../src/modules/scheduling/index.js';
import { Temporal } from 'temporal-polyfill';
import { OutboxRecord } from '../../../src/platform/outbox/outbox.record.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import type { StoreKind } from '../../support/test-store.js';

/** A Monday morning in UTC; the demo experts here work nine to five in UTC every day. */
export const NOW = '2026-11-23T08:00:00Z';

/** The program with short ways to what these tests do over and over. */
export class SchedulingWorld {
  private constructor(readonly test: TestApp) {}

  static async start(store: StoreKind): Promise<SchedulingWorld> {
    return SchedulingWorld.of(await startTestApp({ store, now: NOW }));
  }

  static of(test: TestApp): SchedulingWorld {
    return new SchedulingWorld(test);
  }

  get scheduling(): SchedulingFacade {
    return this.test.get(SchedulingFacade);
  }

  newId(): string {
    return this.test.get(Ids).next();
  }

  /** An expert with hours, by default nine to five in UTC without notice or pause. */
  async anExpert(changes: Partial<Availability> = {}): Promise<string> {
    const expertId = this.newId();
    await this.scheduling.setAvailability(expertId, {
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        startsAt: '09:00',
        endsAt: '17:00',
      })),
      exceptions: [],
      noticeMinutes: 0,
      bufferMinutes: 0,
      stepMinutes: 30,
      horizonDays: 30,
      ...changes,
    });
    return expertId;
  }

  async freeExperts(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => this.newId());
    for (const id of ids) await this.scheduling.setFree(id, true);
    return ids;
  }

  hold(
    expertId: string,
    startsAt: string,
    changes: { learnerId?: string; key?: string; minutes?: number; listingId?: string } = {},
  ): Promise<BookingView> {
    return this.scheduling.holdSlot({
      key: randomUUID(),
      expertId,
      learnerId: this.newId(),
      listingId: expertId,
      minutes: 60,
      problem: 'my sourdough does not rise',
      ...changes,
      startsAt: Temporal.Instant.from(startsAt),
    });
  }

  async book(
    expertId: string,
    startsAt: string,
    changes: { learnerId?: string; minutes?: number } = {},
  ): Promise<BookingView> {
    const { id } = await this.hold(expertId, startsAt, changes);
    return this.scheduling.confirmBooking(id);
  }

  ask(expertIds: readonly string[], changes: Partial<HelpAsked> = {}): Promise<HelpRequestView> {
    return this.scheduling.openHelpRequest({
      key: randomUUID(),
      learnerId: this.newId(),
      listingId: 'listing',
      candidates: expertIds.map((expertId) => ({
        expertId,
        listingId: `listing of ${expertId}`.slice(0, 36),
        offer: { netEarnings: { amountMinor: '800', currency: 'EUR' } },
      })),
      problem: 'my sourdough does not rise',
      photoFileId: null,
      language: 'en',
      ceilingMinutes: 30,
      atOnce: 1,
      audience: 'chosen',
      marks: { card: null, address: null },
      ...changes,
    });
  }

  /** Asked and paid: the first expert rings. */
  async ring(
    expertIds: readonly string[],
    changes: Partial<HelpAsked> = {},
  ): Promise<HelpRequestView> {
    const { id, learnerId } = await this.ask(expertIds, changes);
    await this.scheduling.paymentAuthorised(id, this.newId());
    return this.scheduling.helpRequest(id, learnerId);
  }

  /** The ring the expert hears; fails when there is none. */
  async ringAt(expertId: string): Promise<string> {
    const ring = await this.scheduling.ringFor(expertId);
    if (!ring) throw new Error('nothing rings');
    return ring.id;
  }

  async stateOf(expertId: string): Promise<string | undefined> {
    return (await this.scheduling.presenceOf([expertId])).get(expertId)?.state;
  }

  /** Names of all events about one thing, in order; `told` only keeps these. */
  async told(aggregateId: string): Promise<string[]> {
    const rows = await this.test.get(UnitOfWork).manager.find(OutboxRecord, {
      where: { kind: 'event', lane: aggregateId },
      order: { id: 'ASC' },
    });
    return rows.map((row) => row.name.replace('scheduling.', ''));
  }

  /** Lets time pass and everything that falls due happen. */
  async wait(duration: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    this.test.clock.advance(duration);
    await this.settle();
  }

  /** The program's own relay works beside the test's: waits until neither has anything due. */
  async settle(): Promise<void> {
    const { manager } = this.test.get(UnitOfWork);
    const due = (): Promise<boolean> =>
      manager.existsBy(OutboxRecord, {
        doneAt: IsNull(),
        failedAt: IsNull(),
        dueAt: LessThanOrEqual(this.test.clock.now()),
      });
    for (let round = 0; round < 200 && (await due()); round += 1) {
      await this.test.settle();
      await sleep(10);
    }
  }
}
