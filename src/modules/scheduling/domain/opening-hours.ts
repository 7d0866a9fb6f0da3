import type { Availability, Hours } from './availability.js';
import { DAY_MINUTES, dayNumberOf, minuteOfDay, weekdayOf } from './wall-calendar.js';

/** Wall minutes counted from the midnight of the day the hours begin on; an end beyond 1440 is on the next day. */
export interface OpeningWindow {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Weekly hours and exceptions made ready for looking up days by their number. */
export interface OpeningHours {
  /** @param day whole days since 1970-01-01 on the expert's calendar */
  windowsOn(day: number): readonly OpeningWindow[];
}

/** Reads rules that were checked. */
export function openingHoursOf(
  rules: Pick<Availability, 'weekly' | 'exceptions' | 'daysOff'>,
): OpeningHours {
  const byWeekday = new Map<number, OpeningWindow[]>();
  for (const hours of rules.weekly)
    byWeekday.set(hours.weekday, [...(byWeekday.get(hours.weekday) ?? []), windowOf(hours)]);
  const byDay = new Map(
    rules.exceptions.map(({ date, hours }) => [dayNumberOf(date), hours.map(windowOf)]),
  );
  const off = (rules.daysOff ?? []).map(({ from, until }) => ({
    first: dayNumberOf(from),
    last: dayNumberOf(until),
  }));
  const isOff = (day: number): boolean =>
    off.some(({ first, last }) => day >= first && day <= last);
  return {
    // What was said of one date counts for more than what was said of a stretch of days.
    windowsOn: (day) => byDay.get(day) ?? (isOff(day) ? [] : (byWeekday.get(weekdayOf(day)) ?? [])),
  };
}

function windowOf({ startsAt, endsAt }: Hours): OpeningWindow {
  const startMinute = minuteOfDay(startsAt) ?? 0;
  const endMinute = minuteOfDay(endsAt) ?? 0;
  return {
    startMinute,
    endMinute: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES,
  };
}
