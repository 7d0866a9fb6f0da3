import type { FieldProblem } from '../../../shared/domain-error.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { DAY_MINUTES, isDate, minuteOfDay } from './wall-calendar.js';

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

/** When an expert can be booked. */
export interface Availability {
  /** IANA name. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly DateException[];
  /** Between now and the earliest start that is offered. */
  readonly noticeMinutes: number;
  /** Kept free after each booking, so that two bookings are at least this far apart. */
  readonly bufferMinutes: number;
  /** Starts are offered at the beginning of the hours and then every so many minutes. */
  readonly stepMinutes: number;
  /** Nothing is offered from this many days of 24 hours ahead on. */
  readonly horizonDays: number;
}

/** What an expert has before setting anything: reachable now, but not to be booked. */
export function unsetAvailability(timeZone: string): Availability {
  return {
    timeZone,
    weekly: [],
    exceptions: [],
    noticeMinutes: 120,
    bufferMinutes: 10,
    stepMinutes: 30,
    horizonDays: 30,
  };
}

const LIMITS = {
  noticeMinutes: { min: 0, max: 60 * 24 * 14, step: 1 },
  bufferMinutes: { min: 0, max: 120, step: 5 },
  stepMinutes: { min: 5, max: 240, step: 5 },
  horizonDays: { min: 1, max: 180, step: 1 },
} as const;
const HOURS_MAX = 50;
const EXCEPTIONS_MAX = 400;

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
    ...(Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((field) =>
      checkNumber(field, rules[field]),
    ),
  ];
  return problems.length > 0 ? refuse(problems) : accept(rules);
}

function checkCount(field: string, count: number, max: number): FieldProblem[] {
  return count > max ? [{ field, rule: 'too_many', facts: { max } }] : [];
}

function checkNumber(field: keyof typeof LIMITS, value: number): FieldProblem[] {
  const { min, max, step } = LIMITS[field];
  const isFine = Number.isInteger(value) && value >= min && value <= max && value % step === 0;
  return isFine ? [] : [{ field, rule: 'out_of_range', facts: { min, max, step } }];
}

function checkWeekly(hours: WeeklyHours, path: string): FieldProblem[] {
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

function checkHours({ startsAt, endsAt }: Hours, path: string): FieldProblem[] {
  const starts = minuteOfDay(startsAt);
  const ends = minuteOfDay(endsAt);
  if (starts === null || starts === DAY_MINUTES)
    return [{ field: `${path}.startsAt`, rule: 'time_of_five_minutes' }];
  if (ends === null) return [{ field: `${path}.endsAt`, rule: 'time_of_five_minutes' }];
  return starts === ends ? [{ field: `${path}.endsAt`, rule: 'same_as_start' }] : [];
}
