import { compareMoney, money, type Money, zero } from './money.js';
import { divideRounded } from './ratio.js';

/** How help is paid for; free help has no unit price. */
export interface PriceTerms {
  readonly model: 'free' | 'per_session' | 'per_minute';
  /** Per minute or per session, as this learner pays it. */
  readonly unit: Money;
  /** By the minute: the first minutes that cost nothing, zero or more. */
  readonly freeMinutes: number;
}

/** A session of fixed price that was cut off before this many seconds together did not take place. */
const SESSION_TAKES_PLACE_SECONDS = 60;

/**
 * What a session costs so far.
 *
 * By the minute: seconds beyond the free ones, `round half up(price x seconds / 60)`, rounded once.
 * By the session: the whole price as soon as both were together for a minute.
 *
 * @param billedSeconds whole seconds that the meter counted, zero or more
 * @param ceiling       what the learner agreed to pay at most; null when nothing is held
 */
export function priceOf(terms: PriceTerms, billedSeconds: number, ceiling: Money | null): Money {
  const price = uncapped(terms, billedSeconds);
  return ceiling !== null && compareMoney(price, ceiling) > 0 ? ceiling : price;
}

/** How many of the seconds that the meter counted cost nothing, because the expert gives the first minutes. */
export function freeSecondsOf(
  { model, freeMinutes }: Pick<PriceTerms, 'model' | 'freeMinutes'>,
  billedSeconds: number,
): number {
  return model === 'per_minute' ? Math.min(billedSeconds, freeMinutes * 60) : 0;
}

function uncapped(terms: PriceTerms, billedSeconds: number): Money {
  const { model, unit } = terms;
  if (model === 'free') return zero(unit.currency);
  if (model === 'per_session')
    return billedSeconds >= SESSION_TAKES_PLACE_SECONDS ? unit : zero(unit.currency);
  const paidSeconds = billedSeconds - freeSecondsOf(terms, billedSeconds);
  return money(
    divideRounded(unit.amountMinor * BigInt(paidSeconds), 60n, 'half_up'),
    unit.currency,
  );
}
