import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import type { Availability } from '../domain/availability.js';
import { hasLimits } from '../domain/booking-limits.js';
import { bookedMinutes, rulesForListing } from '../domain/listing-rules.js';
import { lastNeeded, offeredStarts, type TickStretch } from '../domain/offered-starts.js';
import type { SlotView } from '../domain/scheduling.errors.js';
import { slotViewOf } from '../domain/slot-calendar.js';
import { type Tick, tickFrom } from '../domain/ticks.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';
import { BusyTimeRepository } from '../persistence/busy-time.repository.js';
import { ClaimRepository } from '../persistence/claim.repository.js';
import { ListingRulesRepository } from '../persistence/listing-rules.repository.js';
import { OpenSlots } from './open-slots.js';

/** An offer whose next slot is asked for. */
export interface OfferedTime {
  readonly listingId: string;
  readonly expertId: string;
  /** What the price is for, where it is for a length. */
  readonly pricedMinutes: number | null;
}

interface Asked extends OfferedTime {
  readonly rules: Availability;
  readonly minutes: number;
}

/** Nearly everybody has a slot within days; who has not is looked at alone. */
const LOOK_AHEAD_DAYS = 4;

/** The next slot of many offers at once: a page of cards reads the store four times, however many cards it has. */
@Injectable()
export class NextSlots {
  constructor(
    private readonly availabilities: AvailabilityRepository,
    private readonly listingRules: ListingRulesRepository,
    private readonly claims: ClaimRepository,
    private readonly busyTimes: BusyTimeRepository,
    private readonly slots: OpenSlots,
    private readonly zones: ZoneTable,
    private readonly clock: Clock,
  ) {}

  /** @returns by listing; null where there is none before the horizon */
  async ofEach(offers: readonly OfferedTime[]): Promise<ReadonlyMap<string, SlotView | null>> {
    const asked = await this.withRules(offers);
    const stretch = this.stretch();
    const busy = await this.busy(asked, stretch);
    const found = await Promise.all(
      asked.map(async (offer) => {
        const slot = this.first(offer, stretch, busy.get(offer.expertId) ?? []);
        return [offer.listingId, slot ?? (await this.alone(offer))] as const;
      }),
    );
    return new Map(found);
  }

  /** Without those who never said when they have time. */
  private async withRules(offers: readonly OfferedTime[]): Promise<Asked[]> {
    const rules = await this.availabilities.ofEach(offers.map(({ expertId }) => expertId));
    const own = await this.listingRules.ofEach(offers.map(({ listingId }) => listingId));
    return offers.flatMap((offer) => {
      const general = rules.get(offer.expertId);
      const special = own.get(offer.listingId) ?? null;
      if (!general) return [];
      const minutes = bookedMinutes(offer.pricedMinutes, special);
      return { ...offer, rules: rulesForListing(general, special), minutes };
    });
  }

  private stretch(): TickStretch {
    const now = this.clock.now();
    return { from: tickFrom(now), until: tickFrom(now.add({ hours: 24 * LOOK_AHEAD_DAYS })) };
  }

  private async busy(
    asked: readonly Asked[],
    stretch: TickStretch,
  ): Promise<ReadonlyMap<string, readonly Tick[]>> {
    const experts = [...new Set(asked.map(({ expertId }) => expertId))];
    const last = Math.max(
      stretch.until,
      ...asked.map(({ rules, minutes }) => lastNeeded(stretch, rules, minutes)),
    );
    const here = await this.claims.takenOfEach(experts, stretch.from, last, this.clock.now());
    const elsewhere = await this.busyTimes.ticksOfEach(experts, stretch.from, last);
    return new Map(
      experts.map((id) => [id, [...(here.get(id) ?? []), ...(elsewhere.get(id) ?? [])]]),
    );
  }

  private first(offer: Asked, stretch: TickStretch, busy: readonly Tick[]): SlotView | null {
    const { rules, minutes } = offer;
    // Who takes so many a day is counted where bookings are read.
    if (hasLimits(rules)) return null;
    const zone = this.zones.zone(rules.timeZone);
    const [start] = offeredStarts(rules, zone, minutes, stretch, busy, this.clock.now());
    return start === undefined ? null : slotViewOf(start, minutes);
  }

  private async alone({ expertId, listingId, minutes }: Asked): Promise<SlotView | null> {
    const [slot] = await this.slots.next({ expertId, listingId, minutes }, 1);
    return slot ?? null;
  }
}
