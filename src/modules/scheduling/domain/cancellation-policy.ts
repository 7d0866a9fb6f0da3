import { Temporal } from 'temporal-polyfill';
import type { Booking, BookingParty } from './booking.js';

/**
 * Rules for calling a booking off, by the name that each booking keeps. A rule that was agreed is never
 * changed: another one gets another name.
 */
export const CANCELLATION_POLICIES = {
  /** Until a day before for nothing, then not at all by the learner. */
  'standard-1': { freeUntilHoursBefore: 24, latePercent: null },
  /** Until a day before for nothing, then for half the price. */
  'standard-2': { freeUntilHoursBefore: 24, latePercent: 50 },
} as const satisfies Record<string, CancellationPolicy>;

interface CancellationPolicy {
  readonly freeUntilHoursBefore: number;
  /** Of the price, tax included; null where the learner cannot call it off late. */
  readonly latePercent: number | null;
}

export type PolicyName = keyof typeof CANCELLATION_POLICIES;

/** What is agreed by whoever books now. */
export const CURRENT_POLICY: PolicyName = 'standard-2';

/**
 * `by_expert` and `in_time` cost the learner nothing, nor does `after_move`, when somebody else put the
 * booking where it is; `late` costs a part of the price; `too_late` is refused.
 */
export type CancellationRule = 'by_expert' | 'in_time' | 'after_move' | 'late' | 'too_late';

export interface Cancellation {
  readonly rule: CancellationRule;
  /** Of the price, tax included: what the learner pays although nothing took place. */
  readonly chargePercent: number;
}

/** What calling it off means now, by the rule both agreed to. The last moment itself is still in time. */
export function cancellationOf(
  booking: Pick<Booking, 'policy' | 'startsAt' | 'movedBy'>,
  by: BookingParty,
  now: Temporal.Instant,
): Cancellation {
  if (by !== 'learner') return { rule: 'by_expert', chargePercent: 0 };
  const { freeUntilHoursBefore, latePercent } = policyNamed(booking.policy);
  const lastMoment = booking.startsAt.subtract({ hours: freeUntilHoursBefore });
  if (Temporal.Instant.compare(now, lastMoment) <= 0) return { rule: 'in_time', chargePercent: 0 };
  if (booking.movedBy !== null && booking.movedBy !== 'learner')
    return { rule: 'after_move', chargePercent: 0 };
  if (latePercent === null) return { rule: 'too_late', chargePercent: 0 };
  return { rule: 'late', chargePercent: latePercent };
}

/** @throws RangeError for a name that no booking can carry */
function policyNamed(name: string): CancellationPolicy {
  if (name in CANCELLATION_POLICIES) return CANCELLATION_POLICIES[name as PolicyName];
  throw new RangeError(`no cancellation policy is called ${name}`);
}
