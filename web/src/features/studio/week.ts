import type { WeeklyRule } from '../../shared/api/contract';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const DAY_MINUTES = 24 * 60;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Where a span of hours lies in its day, in per cent, for the picture of the week. */
export function spanOf(rule: WeeklyRule): { startPercent: number; lengthPercent: number } {
  const start = minutesOf(rule.startsAt);
  const length = Math.max(0, endMinutes(rule) - start);
  return { startPercent: (start / DAY_MINUTES) * 100, lengthPercent: (length / DAY_MINUTES) * 100 };
}

/** Midnight as an end is the end of the day. */
function endMinutes({ endsAt }: WeeklyRule): number {
  return endsAt === '00:00' || endsAt === '24:00' ? DAY_MINUTES : minutesOf(endsAt);
}

/** Spans that end before they begin, or run into another of the same day. */
export function faultyRules(rules: readonly WeeklyRule[]): ReadonlySet<WeeklyRule> {
  const faulty = new Set<WeeklyRule>();
  for (const rule of rules) {
    if (endMinutes(rule) <= minutesOf(rule.startsAt)) faulty.add(rule);
    for (const other of rules)
      if (
        other !== rule &&
        other.weekday === rule.weekday &&
        minutesOf(other.startsAt) < endMinutes(rule) &&
        minutesOf(rule.startsAt) < endMinutes(other)
      )
        faulty.add(rule);
  }
  return faulty;
}

/** Another span for a day: after the last one where there is room. */
export function nextRule(rules: readonly WeeklyRule[], weekday: number): WeeklyRule {
  const last = Math.max(0, ...rules.filter((rule) => rule.weekday === weekday).map(endMinutes));
  if (last === 0) return { weekday, startsAt: '09:00', endsAt: '17:00' };
  const start = Math.min(last + 60, DAY_MINUTES - 60);
  return {
    weekday,
    startsAt: timeOf(start),
    endsAt: timeOf(Math.min(start + 120, DAY_MINUTES - 5)),
  };
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
