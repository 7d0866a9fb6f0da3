import type { EntityManager } from 'typeorm';
import { money, type Money } from '../../../../shared/money.js';
import { SandboxIntentRecord } from '../../persistence/sandbox.records.js';

/** What the sandbox has captured and not given back, by currency. */
export async function sandboxBalances(manager: EntityManager): Promise<Money[]> {
  const totals = new Map<string, bigint>();
  for (const intent of await manager.findBy(SandboxIntentRecord, { state: 'captured' })) {
    const soFar = totals.get(intent.currency) ?? 0n;
    totals.set(intent.currency, soFar + intent.capturedMinor - intent.refundedMinor);
  }
  return [...totals].map(([currency, amountMinor]) => money(amountMinor, currency));
}
