import type Stripe from 'stripe';
import { add, type Money, money, subtract } from '../../../../shared/money.js';
import { fromStripe } from './stripe-amounts.js';
import { REFERENCE } from './stripe-intent.js';

const PAGE_SIZE = 100;

/** What was captured for us, not given back and not passed on, by currency; what other programs do on the same account is left out. */
export async function stripeBalances(stripe: Stripe): Promise<Money[]> {
  const balances = new Map<string, Money>();
  for await (const charge of stripe.charges.list({ limit: PAGE_SIZE })) {
    if (!charge.captured || charge.metadata[REFERENCE] === undefined) continue;
    const kept = fromStripe(charge.amount_captured - charge.amount_refunded, charge.currency);
    balances.set(kept.currency, add(balances.get(kept.currency) ?? money(0n, kept.currency), kept));
  }
  for await (const transfer of stripe.transfers.list({ limit: PAGE_SIZE })) {
    if (transfer.metadata[REFERENCE] === undefined) continue;
    const left = fromStripe(transfer.amount - transfer.amount_reversed, transfer.currency);
    const before = balances.get(left.currency) ?? money(0n, left.currency);
    balances.set(left.currency, subtract(before, left));
  }
  return [...balances.values()];
}
