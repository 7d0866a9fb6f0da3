import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { type HalfOpenRange, overlaps, rangeOf } from '../../../shared/time/half-open-range.js';
import type { ZoneTable } from '../../../shared/time/zone-table.js';
import { epochMsOfWall } from '../../../shared/time/zone.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { joinRanges } from '../domain/calendar.js';

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;
type Time = InstanceType<typeof ICAL.Time>;

const DAY_MS = 24 * 60 * 60_000;
/** Of one rule; a meeting every day for twenty years has 7,300. */
const OCCURRENCES_MAX = 20_000;
/** Bookings of our own come back in calendars that subscribed to them. */
const OWN_UID = /@visavis$/;

export interface BusyQuestion {
  readonly window: HalfOpenRange;
  readonly zones: ZoneTable;
  /** For times that do not say where they are, and whole days. */
  readonly timeZone: string;
}

/**
 * When a calendar says that its owner is busy, in order and without overlaps.
 *
 * Repetitions are worked out on the wall clock and turned into instants by our own zone table, which is
 * newer than what feeds carry; a zone that only the feed knows is taken from the feed. A time without an
 * offset and without a zone is read in the calendar's own zone, else in that of the expert.
 *
 * @source RFC 5545
 */
export function busyTimes(
  text: string,
  question: BusyQuestion,
): Verdict<HalfOpenRange[], 'not_a_calendar'> {
  const root = parse(text);
  if (!root) return refuse('not_a_calendar');
  const clock = new FeedClock(root, question);
  const events = root.getAllSubcomponents('vevent').filter(isBusy);
  const moved = movedOccurrences(root.getAllSubcomponents('vevent'), clock);
  const ranges = [
    ...events.flatMap((event) => readable(() => occurrences(event, moved, clock, question.window))),
    ...root.getAllSubcomponents('vfreebusy').flatMap((part) => readable(() => stated(part, clock))),
  ].filter((range) => overlaps(range, question.window));
  return accept(joinRanges(ranges));
}

function parse(text: string): Component | null {
  try {
    const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return root.name === 'vcalendar' ? root : null;
  } catch {
    return null;
  }
}

/** One event that makes no sense does not take the others with it. */
function readable(read: () => HalfOpenRange[]): HalfOpenRange[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function isBusy(event: Component): boolean {
  const said = (name: string): string => textOf(event, name).toUpperCase();
  return (
    said('transp') !== 'TRANSPARENT' &&
    said('status') !== 'CANCELLED' &&
    !OWN_UID.test(textOf(event, 'uid'))
  );
}

/** Turns the times of a feed into instants. */
class FeedClock {
  private readonly fallback: string;

  constructor(
    root: Component,
    private readonly question: BusyQuestion,
  ) {
    const own = textOf(root, 'x-wr-timezone');
    this.fallback = question.zones.has(own) ? own : question.timeZone;
  }

  /** @param property where the time stands, which names its zone */
  epochMs(time: Time, property: Property): number {
    const wallMs = wallMsOf(time);
    if (time.isDate) return this.inZone(this.fallback, wallMs);
    if (time.zone === ICAL.Timezone.utcTimezone) return wallMs;
    const named = this.knownZone(textOf(property, 'tzid'));
    if (named !== null) return this.inZone(named, wallMs);
    const fromFeed = property.parent?.getTimeZoneByID(textOf(property, 'tzid'));
    if (!fromFeed) return this.inZone(this.fallback, wallMs);
    const placed = time.clone();
    placed.zone = fromFeed;
    return placed.toUnixTime() * 1000;
  }

  /** Some programs put their own name in front: `/vendor/Europe/Paris`. */
  private knownZone(tzid: string): string | null {
    const parts = tzid.split('/').filter(Boolean);
    const names = [tzid, parts.slice(-2).join('/'), parts.slice(-3).join('/')];
    return names.find((name) => name !== '' && this.question.zones.has(name)) ?? null;
  }

  private inZone(name: string, wallMs: number): number {
    return epochMsOfWall(this.question.zones.zone(name), wallMs, 'compatible');
  }
}

/** Occurrences that stand somewhere else or were called off, by their event: they are not where the rule puts them. */
function movedOccurrences(
  events: readonly Component[],
  clock: FeedClock,
): ReadonlyMap<string, ReadonlySet<number>> {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    const property = event.getFirstProperty('recurrence-id');
    if (!property) continue;
    const uid = textOf(event, 'uid');
    const [time] = timesOf(property);
    if (!time) continue;
    const known = moved.get(uid) ?? new Set<number>();
    moved.set(uid, known.add(clock.epochMs(time, property)));
  }
  return moved;
}

function occurrences(
  event: Component,
  moved: ReadonlyMap<string, ReadonlySet<number>>,
  clock: FeedClock,
  window: HalfOpenRange,
): HalfOpenRange[] {
  const start = event.getFirstProperty('dtstart');
  if (!start) return [];
  const lengthMs = lengthOf(event, start, clock);
  if (lengthMs <= 0) return [];
  const isMoved = event.hasProperty('recurrence-id');
  const starts = isMoved
    ? [clock.epochMs(timeOf(start), start)]
    : startsOf(event, start, clock, window.end.epochMilliseconds);
  const left = isMoved
    ? new Set<number>()
    : new Set([...exceptions(event, clock), ...(moved.get(textOf(event, 'uid')) ?? [])]);
  return starts
    .filter((startMs) => !left.has(startMs))
    .map((startMs) => rangeMs(startMs, lengthMs));
}

/** Where the event begins: once, by its rules, and on the dates that were added. */
function startsOf(event: Component, start: Property, clock: FeedClock, endMs: number): number[] {
  const rules = event
    .getAllProperties('rrule')
    .flatMap((property) => byRule(property, start, clock, endMs));
  const added = event
    .getAllProperties('rdate')
    .flatMap((property) => timesOf(property).map((time) => clock.epochMs(time, property)));
  return [...new Set([clock.epochMs(timeOf(start), start), ...rules, ...added])];
}

function byRule(property: Property, start: Property, clock: FeedClock, endMs: number): number[] {
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) return [];
  const until = rule.until === null ? Infinity : untilMs(rule.until, start, clock);
  // The end is compared as an instant, below; the library would compare a wall time with UTC.
  const endless = rule.clone();
  endless.until = null;
  const iterator = endless.iterator(timeOf(start));
  const starts: number[] = [];
  for (let count = 0; count < OCCURRENCES_MAX; count += 1) {
    const next = iterator.next() as Time | null;
    if (next === null) break;
    const startMs = clock.epochMs(next, start);
    if (startMs > until || startMs >= endMs) break;
    starts.push(startMs);
  }
  return starts;
}

/** A day as the end of a rule means all of it. */
function untilMs(until: Time, start: Property, clock: FeedClock): number {
  return clock.epochMs(until, start) + (until.isDate ? DAY_MS - 1 : 0);
}

function exceptions(event: Component, clock: FeedClock): number[] {
  return event
    .getAllProperties('exdate')
    .flatMap((property) => timesOf(property).map((time) => clock.epochMs(time, property)));
}

function lengthOf(event: Component, start: Property, clock: FeedClock): number {
  const startTime = timeOf(start);
  const end = event.getFirstProperty('dtend');
  if (end) return clock.epochMs(timeOf(end), end) - clock.epochMs(startTime, start);
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return startTime.isDate ? DAY_MS : 0;
}

/** Busy stretches that a feed states outright. */
function stated(part: Component, clock: FeedClock): HalfOpenRange[] {
  return part.getAllProperties('freebusy').flatMap((property) => {
    if (textOf(property, 'fbtype').toUpperCase() === 'FREE') return [];
    return property.getValues().flatMap((period: unknown) => {
      if (!(period instanceof ICAL.Period)) return [];
      const startMs = clock.epochMs(period.start, property);
      return [rangeMs(startMs, clock.epochMs(period.getEnd(), property) - startMs)];
    });
  });
}

function rangeMs(startMs: number, lengthMs: number): HalfOpenRange {
  const start = Temporal.Instant.fromEpochMilliseconds(startMs);
  return rangeOf(start, start.add({ milliseconds: Math.max(lengthMs, 0) }));
}

function wallMsOf(time: Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

function timeOf(property: Property): Time {
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new NotATimeError(property.name);
  return value;
}

/** Dates that were added may be stretches of time; what counts is where they begin. */
function timesOf(property: Property): Time[] {
  return property.getValues().flatMap((value: unknown) => {
    if (value instanceof ICAL.Time) return [value];
    return value instanceof ICAL.Period ? [value.start] : [];
  });
}

class NotATimeError extends Error {
  constructor(name: string) {
    super(`${name} holds no time`);
    this.name = 'NotATimeError';
  }
}

function textOf(from: Component | Property, name: string): string {
  const value: unknown =
    from instanceof ICAL.Property ? from.getParameter(name) : from.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}
