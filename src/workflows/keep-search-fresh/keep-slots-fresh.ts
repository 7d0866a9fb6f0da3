import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CatalogFacade, type NextSlot, type OfferedTime } from '../../modules/catalog/index.js';
import { type SchedulingEvent, SchedulingFacade } from '../../modules/scheduling/index.js';
import { Logger } from '../../platform/logging/logger.js';
import { OnEvent } from '../../platform/outbox/handlers.js';

/** Hours that somebody changed, and slots whose notice has run out, show in search after so long at most. */
const SWEEP_MS = 5 * 60_000;
/** Offers whose times are worked out in one go; others are served in between. */
const CHUNK = 50;

/**
 * Brings the next slot of every offer into the index. A booking is shown at once; whatever else moves times - hours,
 * calendars elsewhere, the clock - by going through all offers every few minutes. A slot that has begun is never
 * counted, because the index compares it with the clock of whoever asks.
 */
@Injectable()
export class KeepSlotsFresh implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private sweep: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly logger: Logger,
  ) {}

  /** Beside the start, which does not wait for it. */
  onApplicationBootstrap(): void {
    this.goRound();
    this.timer = setInterval(() => this.goRound(), SWEEP_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.sweep;
  }

  /** Reads the times of all offers anew. */
  async refreshAll(): Promise<void> {
    for await (const batch of this.catalog.offeredTimes())
      for (let from = 0; from < batch.length; from += CHUNK) {
        if (this.isStopped) return;
        await this.show(batch.slice(from, from + CHUNK));
        await breath();
      }
  }

  @OnEvent('scheduling.booking.held', 'show-times.on-booking-held')
  onHeld({ data }: SchedulingEvent<'scheduling.booking.held'>): Promise<void> {
    return this.refreshExpert(data.expertId);
  }

  @OnEvent('scheduling.booking.expired', 'show-times.on-booking-expired')
  onExpired({ data }: SchedulingEvent<'scheduling.booking.expired'>): Promise<void> {
    return this.refreshExpert(data.expertId);
  }

  @OnEvent('scheduling.booking.cancelled', 'show-times.on-booking-cancelled')
  onCancelled({ data }: SchedulingEvent<'scheduling.booking.cancelled'>): Promise<void> {
    return this.refreshExpert(data.expertId);
  }

  @OnEvent('scheduling.booking.rescheduled', 'show-times.on-booking-rescheduled')
  onRescheduled({ data }: SchedulingEvent<'scheduling.booking.rescheduled'>): Promise<void> {
    return this.refreshExpert(data.expertId);
  }

  private async refreshExpert(expertId: string): Promise<void> {
    await this.show(await this.catalog.offeredTimesOf(expertId));
  }

  private async show(offers: readonly OfferedTime[]): Promise<void> {
    if (offers.length === 0) return;
    const next = await this.scheduling.nextSlotOfEach(offers);
    const slots = offers.map(({ listingId }): NextSlot => {
      const slot = next.get(listingId);
      return {
        listingId,
        startsAt: slot ? Temporal.Instant.from(slot.startsAt).epochMilliseconds : null,
      };
    });
    await this.catalog.showNextSlots(slots);
  }

  private goRound(): void {
    this.sweep = this.sweep
      .then(() => (this.isStopped ? undefined : this.refreshAll()))
      .catch((error: unknown) =>
        this.logger.error('the times of offers could not be brought into search', error),
      );
  }
}
