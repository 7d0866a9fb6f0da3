import type Stripe from 'stripe';
import { add, type Money, money } from '../../../../shared/money.js';
import { fromStripe } from './stripe-amounts.js';
import { REFERENCE } from './stripe-intent.js';

const PAGE_SIZE = 100;

/** What was captured for us and not given back, by currency; charges of other programs on the same account are left out. */
export async function stripeBalances(stripe: Stripe): Promise<Money[]> {
  const balances = new Map<string, Money>();
  for await (const charge of stripe.charges.list({ limit: PAGE_SIZE })) {
    if (!charge.captured || charge.metadata[REFERENCE] === undefined) continue;
    const kept = fromStripe(charge.amount_captured - charge.amount_refunded, charge.currency);
    balances.set(kept.currency, add(balances.get(kept.currency) ?? money(0n, kept.currency), kept));
  }
  return [...balances.values()];
}
