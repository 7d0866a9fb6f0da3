import type { DateException, DaysOff } from '../../shared/api/contract';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Exceptions without a date, on a date that another one has, or with hours that end where they begin. */
export function faultyExceptions(exceptions: readonly DateException[]): ReadonlySet<DateException> {
  return new Set(
    exceptions.filter(
      (exception) =>
        !DAY.test(exception.date) ||
        exceptions.some((other) => other !== exception && other.date === exception.date) ||
        exception.hours.some(({ startsAt, endsAt }) => startsAt === '' || startsAt === endsAt),
    ),
  );
}

/** Days off without both dates, or that end before they begin. */
export function faultyDaysOff(daysOff: readonly DaysOff[]): ReadonlySet<DaysOff> {
  return new Set(
    daysOff.filter(({ from, until }) => !DAY.test(from) || !DAY.test(until) || until < from),
  );
}

/** The day after the last one that is spoken of, today at the earliest. */
export function nextDate(dates: readonly string[], today: string): string {
  const last =
    [...dates, today]
      .filter((date) => DAY.test(date))
      .sort()
      .at(-1) ?? today;
  return new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
