import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { RatePeriod, RateTable } from './pack.js';
import type { TaxRefusal } from './refusal.js';

/** Whether an ISO day lies in the period; both ends belong to it. */
export function isInForce(
  part: { readonly from?: string; readonly to?: string },
  day: string,
): boolean {
  return (part.from === undefined || part.from <= day) && (part.to === undefined || day <= part.to);
}

/**
 * The rate of a day. A temporary rate answers to its `expiresOn` and not a day longer; a rate that
 * ended without a successor is `rate_expired`, never the last known one.
 */
export function rateOn(
  table: RateTable,
  rate: string,
  day: string,
  jurisdiction: string,
): Verdict<RatePeriod, TaxRefusal> {
  const periods = table[rate] ?? [];
  const current = periods.find((period) => isInForce({ from: period.from, ...endOf(period) }, day));
  if (current) return accept(current);
  const ends = periods.flatMap((period) => Object.values(endOf(period))).filter((end) => end < day);
  const expiredOn = ends.sort().at(-1);
  return expiredOn === undefined
    ? refuse({ code: 'rate_missing', jurisdiction, rate })
    : refuse({ code: 'rate_expired', jurisdiction, rate, expiredOn });
}

/** Last day of a period: the earlier of `to` and `expiresOn`. */
function endOf(period: RatePeriod): { to?: string } {
  const [end] = [period.to, period.expiresOn].filter((day) => day !== undefined).sort();
  return end === undefined ? {} : { to: end };
}
