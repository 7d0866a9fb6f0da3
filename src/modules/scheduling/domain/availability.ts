import type { FieldProblem } from '../../../shared/domain-error.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { DAY_MINUTES, dayNumberOf, isDate, minuteOfDay } from './wall-calendar.js';

/** Wall times `HH:MM` in the expert's zone. An end at or before the start is on the next day; `24:00` is midnight at the end. */
export interface Hours {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** @property weekday 1 is Monday, 7 is Sunday, as in ISO 8601 */
export interface WeeklyHours extends Hours {
  readonly weekday: number;
}

/** Takes the place of the weekly hours that would begin on this date; no hours means a day off. */
export interface DateException {
  /** `YYYY-MM-DD` in the expert's zone. */
  readonly date: string;
  readonly hours: readonly Hours[];
}

/** Days on which the weekly hours do not begin: a holiday, a journey. Exceptions of single dates still count. */
export interface DaysOff {
  /** `YYYY-MM-DD` in the expert's zone; both days are off. */
  readonly from: string;
  readonly until: string;
  /** For the expert's own eyes; may be empty. */
  readonly label: string;
}

/** When an expert can be booked. What may be left out then means none. */
export interface Availability {
  /** IANA name. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly DateException[];
  readonly daysOff?: readonly DaysOff[];
  /** Between now and the earliest start that is offered. */
  readonly noticeMinutes: number;
  /** Kept free after each booking, so that two bookings are at least this far apart. */
  readonly bufferMinutes: number;
  /** Starts are offered at the beginning of the hours and then every so many minutes. */
  readonly stepMinutes: number;
  /** Nothing is offered from this many days of 24 hours ahead on. */
  readonly horizonDays: number;
  /** Bookings that start on one day of the expert's calendar, at most; null for as many as fit. */
  readonly maxPerDay?: number | null;
  /** As `maxPerDay`, from Monday to Sunday. */
  readonly maxPerWeek?: number | null;
}

/** What an expert has before setting anything: reachable now, but not to be booked. */
export function unsetAvailability(timeZone: string): Availability {
  return {
    timeZone,
    weekly: [],
    exceptions: [],
    daysOff: [],
    noticeMinutes: 120,
    bufferMinutes: 10,
    stepMinutes: 30,
    horizonDays: 30,
    maxPerDay: null,
    maxPerWeek: null,
  };
}

const LIMITS = {
  noticeMinutes: { min: 0, max: 60 * 24 * 14, step: 1 },
  bufferMinutes: { min: 0, max: 120, step: 5 },
  stepMinutes: { min: 5, max: 240, step: 5 },
  horizonDays: { min: 1, max: 180, step: 1 },
} as const;
const COUNTS = {
  maxPerDay: { min: 1, max: 50, step: 1 },
  maxPerWeek: { min: 1, max: 200, step: 1 },
} as const;
const HOURS_MAX = 50;
const EXCEPTIONS_MAX = 400;
const DAYS_OFF_MAX = 100;
/** Of one range; more is a profile that should be paused. */
const DAYS_OFF_LENGTH_MAX = 366;
const LABEL_LENGTH_MAX = 80;

/** Every broken rule at once. Whether the zone is known is asked of the zone table by the caller. */
export function checkAvailability(
  rules: Availability,
): Verdict<Availability, readonly FieldProblem[]> {
  const problems = [
    ...checkCount('weekly', rules.weekly.length, HOURS_MAX),
    ...checkCount('exceptions', rules.exceptions.length, EXCEPTIONS_MAX),
    ...rules.weekly.flatMap((hours, index) => checkWeekly(hours, `weekly.${index}`)),
    ...rules.exceptions.flatMap((day, index) => checkException(day, `exceptions.${index}`)),
    ...checkDatesOnce(rules.exceptions),
    ...checkCount('daysOff', rules.daysOff?.length ?? 0, DAYS_OFF_MAX),
    ...(rules.daysOff ?? []).flatMap((days, index) => checkDaysOff(days, `daysOff.${index}`)),
    ...(Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((field) =>
      checkNumber(field, rules[field], LIMITS[field]),
    ),
    ...(Object.keys(COUNTS) as (keyof typeof COUNTS)[]).flatMap((field) =>
      checkNumber(field, rules[field] ?? null, COUNTS[field]),
    ),
  ];
  return problems.length > 0 ? refuse(problems) : accept(rules);
}

/** Too long a list. */
export function checkCount(field: string, count: number, max: number): FieldProblem[] {
  return count > max ? [{ field, rule: 'too_many', facts: { max } }] : [];
}

/** The bounds of a number, for whoever else has such a rule. */
export const RULE_LIMITS = LIMITS;

/** @param value null where the rule is not set, which is fine */
export function checkNumber(
  field: string,
  value: number | null,
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
): FieldProblem[] {
  if (value === null) return [];
  const isFine = Number.isInteger(value) && value >= min && value <= max && value % step === 0;
  return isFine ? [] : [{ field, rule: 'out_of_range', facts: { min, max, step } }];
}

/** Weekday and times of one stretch of weekly hours. */
export function checkWeekly(hours: WeeklyHours, path: string): FieldProblem[] {
  const isDay = Number.isInteger(hours.weekday) && hours.weekday >= 1 && hours.weekday <= 7;
  return [
    ...(isDay
      ? []
      : [{ field: `${path}.weekday`, rule: 'out_of_range', facts: { min: 1, max: 7 } }]),
    ...checkHours(hours, path),
  ];
}

function checkException(day: DateException, path: string): FieldProblem[] {
  return [
    ...(isDate(day.date) ? [] : [{ field: `${path}.date`, rule: 'date' }]),
    ...checkCount(`${path}.hours`, day.hours.length, HOURS_MAX),
    ...day.hours.flatMap((hours, index) => checkHours(hours, `${path}.hours.${index}`)),
  ];
}

function checkDatesOnce(exceptions: readonly DateException[]): FieldProblem[] {
  const dates = exceptions.map((day) => day.date);
  return dates.flatMap((date, index) =>
    dates.indexOf(date) < index ? [{ field: `exceptions.${index}.date`, rule: 'twice' }] : [],
  );
}

function checkDaysOff({ from, until, label }: DaysOff, path: string): FieldProblem[] {
  if (!isDate(from)) return [{ field: `${path}.from`, rule: 'date' }];
  if (!isDate(until)) return [{ field: `${path}.until`, rule: 'date' }];
  const days = dayNumberOf(until) - dayNumberOf(from) + 1;
  if (days < 1) return [{ field: `${path}.until`, rule: 'before_start' }];
  if (days > DAYS_OFF_LENGTH_MAX)
    return [{ field: `${path}.until`, rule: 'too_many', facts: { max: DAYS_OFF_LENGTH_MAX } }];
  return label.length > LABEL_LENGTH_MAX
    ? [{ field: `${path}.label`, rule: 'too_long', facts: { max: LABEL_LENGTH_MAX } }]
    : [];
}

function checkHours({ startsAt, endsAt }: Hours, path: string): FieldProblem[] {
  const starts = minuteOfDay(startsAt);
  const ends = minuteOfDay(endsAt);
  if (starts === null || starts === DAY_MINUTES)
    return [{ field: `${path}.startsAt`, rule: 'time_of_five_minutes' }];
  if (ends === null) return [{ field: `${path}.endsAt`, rule: 'time_of_five_minutes' }];
  return starts === ends ? [{ field: `${path}.endsAt`, rule: 'same_as_start' }] : [];
}
