import type { WeeklyRule } from '../../shared/api/contract';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Where a span of hours lies in its day, in per cent, for the picture of the week. */
export function spanOf(rule: WeeklyRule): { startPercent: number; lengthPercent: number } {
  const start = minutesOf(rule.startsAt);
  const length = Math.min(endMinutes(rule), DAY_MINUTES) - start;
  return { startPercent: (start / DAY_MINUTES) * 100, lengthPercent: (length / DAY_MINUTES) * 100 };
}

/** An end at or before the start is on the next day. */
function endMinutes({ startsAt, endsAt }: WeeklyRule): number {
  const end = minutesOf(endsAt);
  return end <= minutesOf(startsAt) ? end + DAY_MINUTES : end;
}

/** Whether a span goes past midnight, which is worth saying beside it. */
export function isOvernight(rule: WeeklyRule): boolean {
  return endMinutes(rule) > DAY_MINUTES;
}

/** Spans that run into another, of the same day or of the morning after. */
export function faultyRules(rules: readonly WeeklyRule[]): ReadonlySet<WeeklyRule> {
  const faulty = new Set<WeeklyRule>();
  for (const rule of rules)
    for (const other of rules)
      if (other !== rule && overlaps(rule, other)) faulty.add(rule).add(other);
  return faulty;
}

/** Compared on one line of the week, where Sunday night runs into Monday morning. */
function overlaps(one: WeeklyRule, other: WeeklyRule): boolean {
  const from = weekMinute(one);
  const to = from + endMinutes(one) - minutesOf(one.startsAt);
  const start = weekMinute(other);
  return [start, start + WEEK_MINUTES].some((at) => at >= from && at < to);
}

function weekMinute({ weekday, startsAt }: WeeklyRule): number {
  return (weekday - 1) * DAY_MINUTES + minutesOf(startsAt);
}

/** Another span for a day: after the last one where there is room. */
export function nextRule(rules: readonly WeeklyRule[], weekday: number): WeeklyRule {
  const ends = rules.filter((rule) => rule.weekday === weekday).map(endMinutes);
  if (ends.length === 0) return { weekday, startsAt: '09:00', endsAt: '17:00' };
  const start = Math.min(Math.max(...ends) + 60, DAY_MINUTES - 60);
  const end = Math.min(start + 120, DAY_MINUTES - 5);
  return { weekday, startsAt: timeOf(start), endsAt: timeOf(end) };
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
