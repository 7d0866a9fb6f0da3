import type { EntityManager } from 'typeorm';
import { money, type Money } from '../../../../shared/money.js';
import { SandboxIntentRecord, SandboxTransferRecord } from '../../persistence/sandbox.records.js';

/**
 * What the sandbox has captured, not given back and not passed on to experts, by currency.
 *
 * @param nowMs what the bank sends back is here again from its day on
 */
export async function sandboxBalances(manager: EntityManager, nowMs: number): Promise<Money[]> {
  const totals = new Map<string, bigint>();
  const add = (currency: string, minor: bigint): void =>
    void totals.set(currency, (totals.get(currency) ?? 0n) + minor);
  for (const intent of await manager.findBy(SandboxIntentRecord, { state: 'captured' }))
    add(intent.currency, intent.capturedMinor - intent.refundedMinor);
  for (const transfer of await manager.find(SandboxTransferRecord)) {
    const isBack = transfer.state === 'returned' && transfer.arrivesAt.epochMilliseconds <= nowMs;
    if (!isBack) add(transfer.currency, -transfer.amountMinor);
  }
  return [...totals].map(([currency, amountMinor]) => money(amountMinor, currency));
}
