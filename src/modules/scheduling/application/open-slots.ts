import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { startOfDay } from '../../../shared/time/zone.js';
import type { Availability } from '../domain/availability.js';
import { openingHoursOf } from '../domain/opening-hours.js';
import type { SlotView } from '../domain/scheduling.errors.js';
import { type SlotDay, slotsByDay, slotViewOf } from '../domain/slot-calendar.js';
import { offerSlots } from '../domain/slot-offer.js';
import { instantOfTick, type Tick, tickFrom, ticksFor, tickOf } from '../domain/ticks.js';
import { AvailabilityRepository } from '../persistence/availability.repository.js';
import { ClaimRepository } from '../persistence/claim.repository.js';

export interface SlotCalendarQuestion {
  readonly expertId: string;
  readonly minutes: number;
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
    private readonly claims: ClaimRepository,
    private readonly zones: ZoneTable,
    private readonly clock: Clock,
  ) {}

  /** Starts in [from, to), as notice and horizon allow. */
  async open(expertId: string, minutes: number, stretch: Stretch): Promise<SlotView[]> {
    const rules = await this.availabilities.of(expertId);
    if (!rules) return [];
    const starts = await this.starts(expertId, rules, minutes, stretch);
    return starts.map((tick) => slotViewOf(tick, minutes));
  }

  /** The first open slots from an instant on, now if none is given. */
  async next(
    expertId: string,
    minutes: number,
    count: number,
    after?: Temporal.Instant,
  ): Promise<SlotView[]> {
    const rules = await this.availabilities.of(expertId);
    if (!rules || (rules.weekly.length === 0 && rules.exceptions.length === 0)) return [];
    const horizon = this.clock.now().add({ hours: 24 * rules.horizonDays });
    const found: Tick[] = [];
    let from = after ?? this.clock.now();
    while (found.length < count && Temporal.Instant.compare(from, horizon) < 0) {
      const to = from.add({ hours: 24 * LOOK_AHEAD_DAYS });
      found.push(...(await this.starts(expertId, rules, minutes, { from, to })));
      from = to;
    }
    return found.slice(0, count).map((tick) => slotViewOf(tick, minutes));
  }

  /** @throws UnknownZoneError */
  async calendar(question: SlotCalendarQuestion): Promise<SlotCalendarView> {
    const { expertId, minutes, from, days, timeZone } = question;
    const zone = this.zones.zone(timeZone);
    const dates = Array.from({ length: days }, (_, index) => from.add({ days: index }));
    const stretch = {
      from: startOfDay(zone, from),
      to: startOfDay(zone, from.add({ days })),
    };
    const rules = await this.availabilities.of(expertId);
    const starts = rules ? await this.starts(expertId, rules, minutes, stretch) : [];
    return { timeZone, days: slotsByDay(starts, minutes, zone, dates) };
  }

  /** Whether the rules offer this start, whoever has taken it. */
  isOffered(rules: Availability, minutes: number, startsAt: Temporal.Instant): boolean {
    const tick = tickOf(startsAt);
    if (Temporal.Instant.compare(instantOfTick(tick), startsAt) !== 0) return false;
    return this.offer(rules, minutes, { from: tick, until: tick + 1 }, []).length === 1;
  }

  private async starts(
    expertId: string,
    rules: Availability,
    minutes: number,
    { from, to }: Stretch,
  ): Promise<Tick[]> {
    const ticks = { from: tickFrom(from), until: tickFrom(to) };
    const last = ticks.until + ticksFor(minutes) + ticksFor(rules.bufferMinutes);
    const busy = await this.claims.taken(expertId, ticks.from, last, this.clock.now());
    return this.offer(rules, minutes, ticks, busy);
  }

  /** Cuts what was asked to what notice and horizon allow, and asks the engine. */
  private offer(
    rules: Availability,
    minutes: number,
    { from, until }: { readonly from: Tick; readonly until: Tick },
    busy: readonly Tick[],
  ): Tick[] {
    const now = this.clock.now();
    const earliest = tickFrom(now.add({ minutes: rules.noticeMinutes }));
    const end = tickFrom(now.add({ hours: 24 * rules.horizonDays }));
    return offerSlots({
      hours: openingHoursOf(rules),
      zone: this.zones.zone(rules.timeZone),
      from: Math.max(from, earliest),
      until: Math.min(until, end),
      sessionMinutes: minutes,
      stepMinutes: rules.stepMinutes,
      bufferMinutes: rules.bufferMinutes,
      busy,
    });
  }
}
