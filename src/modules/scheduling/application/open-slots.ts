import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { startOfDay } from '../../../shared/time/zone.js';
import type { Availability } from '../domain/availability.js';
import { hasLimits, LIMIT_REACH_HOURS, withinLimits } from '../domain/booking-limits.js';
import { rulesForListing } from '../domain/listing-rules.js';
import { lastNeeded, offeredStarts, type TickStretch } from '../domain/offered-starts.js';
import type { SlotView } from '../domain/scheduling.errors.js';
import { type SlotDay, slotsByDay, slotViewOf } from '../domain/slot-calendar.js';
import { instantOfTick, type Tick, tickFrom, tickOf } from '../domain/ticks.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';
import { BookingRepository } from '../persistence/booking.repository.js';
import { BusyTimeRepository } from '../persistence/busy-time.repository.js';
import { ClaimRepository } from '../persistence/claim.repository.js';
import { ListingRulesRepository } from '../persistence/listing-rules.repository.js';

/** Whose time, for which of their offers, and for how long. */
export interface SlotsWanted {
  readonly expertId: string;
  /** Offers may have rules of their own; left out, those of the expert hold. */
  readonly listingId?: string;
  readonly minutes: number;
}

export interface SlotCalendarQuestion extends SlotsWanted {
  /** On the reader's calendar. */
  readonly from: Temporal.PlainDate;
  readonly days: number;
  /** Of the reader. */
  readonly timeZone: string;
}

export interface SlotCalendarView {
  readonly timeZone: string;
  readonly days: readonly SlotDay[];
}

interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Most experts have a slot within days; looking a month ahead at once would be for nothing. */
const LOOK_AHEAD_DAYS = 10;

/** The times at which an expert can be booked. */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly availabilities: AvailabilityRepository,
    private readonly listingRules: ListingRulesRepository,
    private readonly claims: ClaimRepository,
    private readonly bookings: BookingRepository,
    private readonly busyTimes: BusyTimeRepository,
    private readonly zones: ZoneTable,
    private readonly clock: Clock,
  ) {}

  /** As they hold for the offer; null when the expert never set any. */
  async rulesOf({
    expertId,
    listingId,
  }: Omit<SlotsWanted, 'minutes'>): Promise<Availability | null> {
    const rules = await this.availabilities.of(expertId);
    if (!rules || listingId === undefined) return rules;
    return rulesForListing(rules, await this.listingRules.of(listingId));
  }

  /** Starts in [from, to), as notice and horizon allow. */
  async open(wanted: SlotsWanted, stretch: Stretch): Promise<SlotView[]> {
    const rules = await this.rulesOf(wanted);
    if (!rules) return [];
    const starts = await this.starts(wanted, rules, stretch);
    return starts.map((tick) => slotViewOf(tick, wanted.minutes));
  }

  /** The first open slots from an instant on, now if none is given. */
  async next(wanted: SlotsWanted, count: number, after?: Temporal.Instant): Promise<SlotView[]> {
    const rules = await this.rulesOf(wanted);
    if (!rules || (rules.weekly.length === 0 && rules.exceptions.length === 0)) return [];
    const horizon = this.clock.now().add({ hours: 24 * rules.horizonDays });
    const found: Tick[] = [];
    let from = after ?? this.clock.now();
    while (found.length < count && Temporal.Instant.compare(from, horizon) < 0) {
      const to = from.add({ hours: 24 * LOOK_AHEAD_DAYS });
      found.push(...(await this.starts(wanted, rules, { from, to })));
      from = to;
    }
    return found.slice(0, count).map((tick) => slotViewOf(tick, wanted.minutes));
  }

  /** @throws UnknownZoneError */
  async calendar(question: SlotCalendarQuestion): Promise<SlotCalendarView> {
    const { minutes, from, days, timeZone } = question;
    const zone = this.zones.zone(timeZone);
    const dates = Array.from({ length: days }, (_, index) => from.add({ days: index }));
    const stretch = {
      from: startOfDay(zone, from),
      to: startOfDay(zone, from.add({ days })),
    };
    const rules = await this.rulesOf(question);
    const starts = rules ? await this.starts(question, rules, stretch) : [];
    return { timeZone, days: slotsByDay(starts, minutes, zone, dates) };
  }

  /** Whether rules and calendars elsewhere offer this start, whoever has booked it here. */
  async isOffered(
    { expertId, minutes }: SlotsWanted,
    rules: Availability,
    startsAt: Temporal.Instant,
  ): Promise<boolean> {
    const tick = tickOf(startsAt);
    if (Temporal.Instant.compare(instantOfTick(tick), startsAt) !== 0) return false;
    const ticks = { from: tick, until: tick + 1 };
    const busy = await this.busyTimes.ticks(expertId, tick, lastNeeded(ticks, rules, minutes));
    return this.offer(rules, minutes, ticks, busy).length === 1;
  }

  /**
   * Whether the expert's day and week have room for one more. Asked in the transaction that takes the
   * time, after `AvailabilityRepository.lock`, so that rivals count one after the other.
   *
   * @param except a booking that is moved, and so does not count where it was
   */
  async hasRoom(
    expertId: string,
    rules: Availability,
    startsAt: Temporal.Instant,
    except?: string,
  ): Promise<boolean> {
    const stretch = { from: tickOf(startsAt), until: tickOf(startsAt) + 1 };
    return (await this.limited(expertId, rules, stretch, [stretch.from], except)).length === 1;
  }

  private async starts(
    { expertId, minutes }: SlotsWanted,
    rules: Availability,
    { from, to }: Stretch,
  ): Promise<Tick[]> {
    const ticks = { from: tickFrom(from), until: tickFrom(to) };
    const last = lastNeeded(ticks, rules, minutes);
    const busy = [
      ...(await this.claims.taken(expertId, ticks.from, last, this.clock.now())),
      ...(await this.busyTimes.ticks(expertId, ticks.from, last)),
    ];
    return this.limited(expertId, rules, ticks, this.offer(rules, minutes, ticks, busy));
  }

  private async limited(
    expertId: string,
    rules: Availability,
    { from, until }: TickStretch,
    starts: Tick[],
    except?: string,
  ): Promise<Tick[]> {
    if (!hasLimits(rules) || starts.length === 0) return starts;
    const booked = await this.bookings.startsBetween(
      expertId,
      instantOfTick(from).subtract({ hours: LIMIT_REACH_HOURS }),
      instantOfTick(until).add({ hours: LIMIT_REACH_HOURS }),
      this.clock.now(),
      except,
    );
    return withinLimits(starts, booked.map(tickOf), this.zones.zone(rules.timeZone), rules);
  }

  private offer(
    rules: Availability,
    minutes: number,
    stretch: TickStretch,
    busy: readonly Tick[],
  ): Tick[] {
    const zone = this.zones.zone(rules.timeZone);
    return offeredStarts(rules, zone, minutes, stretch, busy, this.clock.now());
  }
}
