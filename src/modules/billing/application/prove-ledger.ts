import { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { money, type Money } from '../../../shared/money.js';
import { ACCOUNT } from '../domain/accounts-of-ledger.js';
import { ChainCheck } from '../domain/chain-check.js';
import { DocumentRecord, SeriesRecord } from '../persistence/document.records.js';
import { LedgerHeadRecord, PostingRecord } from '../persistence/ledger.records.js';
import { PaymentRecord } from '../persistence/payment.records.js';
import { EarningRecord, PayoutRecord } from '../persistence/payout.records.js';
import { ReversalRecord, SaleRecord } from '../persistence/sale.records.js';
import { ARRIVAL_HOURS } from './pay-experts.js';
import { paymentIdsOf } from './sale-payments.js';
import { sha256 } from './sha256.js';

const CHUNK = 1_000;
const PAYABLE = /^expert:.*:payable$/;

export interface CurrencyProof {
  readonly currency: string;
  readonly postings: number;
  /** What the postings say the provider holds; the payments and the provider must say the same. */
  readonly clearing: Money;
  readonly byPayments: Money;
  readonly byProvider: Money;
  /** Moved already, but posted only when its sale or reversal is done; the difference between postings and payments. */
  readonly underWay: Money;
  /** Whether some sale or reversal is being worked on, so that the provider may be ahead of us. */
  readonly isBusy: boolean;
  readonly payable: Money;
  /** Debits minus credits by account. */
  readonly balances: ReadonlyMap<string, bigint>;
}

export interface LedgerReport {
  readonly isSound: boolean;
  readonly currencies: readonly CurrencyProof[];
  readonly sales: number;
  readonly documents: number;
  readonly problems: readonly string[];
}

/**
 * Proves the books from their rows, also while sales are being settled: every chain is whole, sales and reversals are posted to the last
 * unit, payments and the provider agree with the clearing account, payouts with what experts are
 * owed, and no document number is missing or double.
 *
 * @param atProvider what the provider says it holds, by currency
 */
export async function proveLedger(
  manager: EntityManager,
  provider: string,
  atProvider: readonly Money[],
  now: Temporal.Instant,
): Promise<LedgerReport> {
  const problems: string[] = [];
  const currencies: CurrencyProof[] = [];
  const payments = await balancesOfPayments(manager);
  for (const head of await manager.find(LedgerHeadRecord, { order: { currency: 'ASC' } })) {
    const check = await walk(manager, head);
    problems.push(...check.problems);
    const way = await underWayIn(manager, head.currency, now);
    const proof = proofOf(head.currency, check, provider, payments, atProvider, way);
    currencies.push(proof);
    problems.push(...disagreements(proof));
    problems.push(...(await payoutProblems(manager, proof)));
  }
  const unposted = [...payments.keys()].filter(
    (currency) =>
      payments.get(currency) !== 0n && !currencies.some((proof) => proof.currency === currency),
  );
  problems.push(...unposted.map((currency) => `${currency}: payments without postings`));
  const sales = await manager.find(SaleRecord, { order: { id: 'ASC' } });
  problems.push(...(await saleProblems(manager, sales)));
  problems.push(...(await numberProblems(manager)));
  return {
    isSound: problems.length === 0,
    currencies,
    sales: sales.length,
    documents: await manager.count(DocumentRecord),
    problems,
  };
}

async function walk(manager: EntityManager, head: LedgerHeadRecord): Promise<ChainCheck> {
  const check = new ChainCheck(head.currency, sha256);
  for (let last = 0; ;) {
    const rows = await manager.find(PostingRecord, {
      where: { currency: head.currency, seq: MoreThan(last) },
      order: { seq: 'ASC' },
      take: CHUNK,
    });
    for (const row of rows) {
      const { debit, credit, reason, causeKind, causeId, seq, hash, currency } = row;
      check.add({
        debit,
        credit,
        reason,
        causeKind,
        causeId,
        seq,
        hash,
        amount: money(row.amountMinor, currency),
        key: row.postingKey,
        postedAtMs: row.postedAt.epochMilliseconds,
      });
    }
    if (rows.length < CHUNK) break;
    last = rows.at(-1)?.seq ?? last;
  }
  check.end(head);
  return check;
}

function proofOf(
  currency: string,
  check: ChainCheck,
  provider: string,
  payments: ReadonlyMap<string, bigint>,
  atProvider: readonly Money[],
  { isBusy, underWayMinor }: UnderWay,
): CurrencyProof {
  const { balances } = check;
  const payableMinor = [...balances]
    .filter(([account]) => PAYABLE.test(account))
    .reduce((total, [, balance]) => total - balance, 0n);
  return {
    currency,
    postings: check.count,
    balances,
    clearing: money(balances.get(ACCOUNT.clearing(provider)) ?? 0n, currency),
    byPayments: money(payments.get(currency) ?? 0n, currency),
    byProvider: atProvider.find((amount) => amount.currency === currency) ?? money(0n, currency),
    underWay: money(underWayMinor, currency),
    isBusy,
    payable: money(payableMinor, currency),
  };
}

function disagreements(proof: CurrencyProof): string[] {
  const { currency, clearing, byPayments, byProvider, underWay, isBusy, balances } = proof;
  const problems: string[] = [];
  const posted = clearing.amountMinor + underWay.amountMinor;
  if (posted !== byPayments.amountMinor)
    problems.push(
      `${currency}: postings say ${posted} was collected, payments ${byPayments.amountMinor}`,
    );
  if (posted !== byProvider.amountMinor && !isBusy)
    problems.push(
      `${currency}: postings say ${posted} was collected, the provider ${byProvider.amountMinor}`,
    );
  const sum = [...balances.values()].reduce((total, balance) => total + balance, 0n);
  if (sum !== 0n) problems.push(`${currency}: all accounts together are ${sum}, not zero`);
  return problems;
}

interface UnderWay {
  readonly isBusy: boolean;
  readonly underWayMinor: bigint;
}

/** What sales and reversals that are not done yet have moved already. */
async function underWayIn(
  manager: EntityManager,
  currency: string,
  now: Temporal.Instant,
): Promise<UnderWay> {
  const openSales = await manager.findBy(SaleRecord, { currency, state: 'open' });
  const openReversals = await manager.findBy(ReversalRecord, { state: 'open' });
  const reversed = await manager.findBy(SaleRecord, {
    currency,
    id: In(openReversals.map(({ saleId }) => saleId)),
  });
  let underWayMinor = 0n;
  for (const sale of [...openSales, ...reversed]) {
    const payments = await manager.findBy(PaymentRecord, { id: In(paymentIdsOf(sale)) });
    underWayMinor += sale.refundedMinor;
    for (const { capturedMinor, refundedMinor } of payments)
      underWayMinor += (sale.state === 'open' ? capturedMinor : 0n) - refundedMinor;
  }
  const isBusy = openSales.length + reversed.length > 0;
  return { isBusy: isBusy || (await hasPayoutUnderWay(manager, currency, now)), underWayMinor };
}

/** One that may have left without our knowing it, or may have come back. */
async function hasPayoutUnderWay(
  manager: EntityManager,
  currency: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const arrived = LessThanOrEqual(now.subtract({ hours: ARRIVAL_HOURS }));
  return manager.exists(PayoutRecord, {
    where: [
      { currency, state: 'created' },
      { currency, state: 'sent', sentAt: arrived },
    ],
  });
}

/** Captured, not given back and not paid out, by currency. */
async function balancesOfPayments(manager: EntityManager): Promise<Map<string, bigint>> {
  const totals = new Map<string, bigint>();
  for (const { currency, capturedMinor, refundedMinor } of await manager.find(PaymentRecord))
    totals.set(currency, (totals.get(currency) ?? 0n) + capturedMinor - refundedMinor);
  const left = await manager.findBy(PayoutRecord, { state: In(['sent', 'paid']) });
  for (const { currency, amountMinor } of left)
    totals.set(currency, (totals.get(currency) ?? 0n) - amountMinor);
  return totals;
}

async function payoutProblems(manager: EntityManager, proof: CurrencyProof): Promise<string[]> {
  const due = new Map<string, bigint>();
  const { currency, balances } = proof;
  const open = await manager.findBy(EarningRecord, { currency, state: In(['owed', 'paying']) });
  for (const { expertId, amountMinor } of open) {
    const account = ACCOUNT.payable(expertId);
    due.set(account, (due.get(account) ?? 0n) + amountMinor);
  }
  const accounts = [...balances.keys()].filter((account) => PAYABLE.test(account));
  return [...new Set([...accounts, ...due.keys()])].flatMap((account) => {
    const owed = -(balances.get(account) ?? 0n);
    const dueMinor = due.get(account) ?? 0n;
    return owed === dueMinor
      ? []
      : [`${currency}: ${account} stands at ${owed}, earnings say ${dueMinor}`];
  });
}

async function saleProblems(
  manager: EntityManager,
  sales: readonly SaleRecord[],
): Promise<string[]> {
  const problems: string[] = [];
  const posted = new Map<string, bigint>();
  for (const row of await manager.find(PostingRecord)) {
    const signed = row.debit.startsWith('provider:') ? row.amountMinor : -row.amountMinor;
    posted.set(row.causeId, (posted.get(row.causeId) ?? 0n) + signed);
  }
  for (const sale of sales.filter(({ state }) => state === 'settled')) {
    const { id, collectedMinor } = sale;
    const parts =
      sale.payoutMinor +
      sale.commissionMinor +
      sale.commissionTaxMinor +
      sale.withheldMinor +
      sale.taxOwedMinor;
    if (parts !== collectedMinor)
      problems.push(`sale ${id}: parts are ${parts}, collected was ${collectedMinor}`);
    if ((posted.get(id) ?? 0n) !== collectedMinor)
      problems.push(`sale ${id}: posted is ${posted.get(id) ?? 0n}, collected ${collectedMinor}`);
  }
  for (const { id, state, refundMinor } of await manager.find(ReversalRecord))
    if (state === 'done' && -(posted.get(id) ?? 0n) !== refundMinor)
      problems.push(`reversal ${id}: posted is ${posted.get(id) ?? 0n}, refunded ${refundMinor}`);
  return problems;
}

async function numberProblems(manager: EntityManager): Promise<string[]> {
  const numbers = new Map<string, number[]>();
  for (const { seriesKey, seq } of await manager.find(DocumentRecord, { order: { seq: 'ASC' } }))
    numbers.set(seriesKey, [...(numbers.get(seriesKey) ?? []), seq]);
  return (await manager.find(SeriesRecord)).flatMap(({ seriesKey, lastSeq }) => {
    const issued = numbers.get(seriesKey) ?? [];
    const isGapFree = issued.length === lastSeq && issued.every((seq, index) => seq === index + 1);
    return isGapFree ? [] : [`series ${seriesKey}: numbers ${issued.join(', ')} of ${lastSeq}`];
  });
}
