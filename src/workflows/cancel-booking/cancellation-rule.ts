import { Temporal } from 'temporal-polyfill';

/** Until then a learner cancels without giving a reason and without paying. */
export const FREE_UNTIL_HOURS_BEFORE = 24;

export type CancellationRule = 'by_expert' | 'free_until_24h' | 'too_late';

/**
 * What cancelling means now: the expert always lets everything go, the learner until a day before the
 * start; after that only the expert can call it off.
 */
export function cancellationRule(
  by: 'learner' | 'expert',
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): CancellationRule {
  if (by === 'expert') return 'by_expert';
  const lastMoment = startsAt.subtract({ hours: FREE_UNTIL_HOURS_BEFORE });
  return Temporal.Instant.compare(now, lastMoment) <= 0 ? 'free_until_24h' : 'too_late';
}
