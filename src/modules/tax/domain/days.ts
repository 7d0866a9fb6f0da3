import { Temporal } from 'temporal-polyfill';

/** The ISO day a number of days before another; negative counts forward. */
export function dayBefore(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

export function dayAfter(day: string, days = 1): string {
  return dayBefore(day, -days);
}
