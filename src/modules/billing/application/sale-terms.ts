import { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { type Money, type MoneyJson, toMoneyJson } from '../../../shared/money.js';
import type { CommissionTerms } from '../domain/commission.js';
import type { ServiceFactsInput } from './quote-sale.js';
import type { SellerProfile } from './sellers.js';

/** A session that is over, as it is to be paid for. */
export interface SettleInput {
  /** Key of every step: settling the same session again goes on where it stopped, or changes nothing. */
  readonly sessionId: string;
  /** The hold; null when help was free. */
  readonly paymentId: string | null;
  /** Holds for time that was added, in their order; left out where there are none. */
  readonly morePaymentIds?: readonly string[];
  readonly learnerId: string;
  readonly expertId: string;
  /** What was offered, as documents name it. */
  readonly title: string;
  readonly service: ServiceFactsInput;
  /** From the meter, tax included; zero when there is nothing to pay. */
  readonly gross: Money;
  readonly priceModel: 'free' | 'per_session' | 'per_minute';
  /** Per minute or per session, tax included. */
  readonly unit: Money;
  /** Whole seconds that the meter counted. */
  readonly billedSeconds: number;
  /** How many of them cost nothing. */
  readonly freeSeconds: number;
  readonly performedAt: Temporal.Instant;
  readonly learnerCountry: string;
  /** Of the learner's document. */
  readonly language: string;
}

interface AskedJson extends Omit<SettleInput, 'gross' | 'unit' | 'performedAt'> {
  readonly gross: MoneyJson;
  readonly unit: MoneyJson;
  readonly performedAt: string;
}

/** What a settlement rests on, frozen when it begins, so that going on later decides the same. */
export interface SaleTerms {
  readonly asked: AskedJson;
  readonly seller: SellerProfile;
  readonly commission: CommissionTerms;
  readonly learnerName: string;
  readonly expertLanguage: string;
}

export function askedJson(input: SettleInput): AskedJson {
  const { sessionId, paymentId, learnerId, expertId, title, service } = input;
  const { priceModel, billedSeconds, freeSeconds, learnerCountry, language } = input;
  return {
    sessionId,
    paymentId,
    ...(input.morePaymentIds?.length ? { morePaymentIds: input.morePaymentIds } : {}),
    learnerId,
    expertId,
    title,
    service,
    priceModel,
    billedSeconds,
    freeSeconds,
    learnerCountry,
    language,
    gross: toMoneyJson(input.gross),
    unit: toMoneyJson(input.unit),
    performedAt: input.performedAt.toString(),
  };
}

export function isSameAsked(terms: SaleTerms, input: SettleInput): boolean {
  return canonicalJson(terms.asked) === canonicalJson(askedJson(input));
}
