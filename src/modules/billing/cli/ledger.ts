import 'reflect-metadata';
import { SystemClock } from '../../../platform/clock.js';
import { openStore } from '../../../platform/process/open-store.js';
import { proveLedger, type LedgerReport } from '../application/prove-ledger.js';
import { sandboxBalances } from '../integrations/sandbox/sandbox-balances.js';
import { DocumentRecord, SeriesRecord } from '../persistence/document.records.js';
import { LedgerHeadRecord, PostingRecord } from '../persistence/ledger.records.js';
import { PaymentRecord } from '../persistence/payment.records.js';
import { EarningRecord, PayoutRecord } from '../persistence/payout.records.js';
import { ReversalRecord, SaleRecord } from '../persistence/sale.records.js';
import { SandboxIntentRecord, SandboxTransferRecord } from '../persistence/sandbox.records.js';

const USAGE =
  'npm run ledger -- verify   proves sums, chains, document numbers and the agreement with the payment provider\n';

async function main([command]: readonly string[]): Promise<number> {
  if (command !== 'verify') {
    process.stderr.write(USAGE);
    return 2;
  }
  const now = new SystemClock().now();
  const store = await openStore([
    PostingRecord,
    LedgerHeadRecord,
    SaleRecord,
    ReversalRecord,
    EarningRecord,
    PayoutRecord,
    PaymentRecord,
    DocumentRecord,
    SeriesRecord,
    SandboxIntentRecord,
    SandboxTransferRecord,
  ]);
  try {
    const report = await store.transaction(async (manager) =>
      proveLedger(manager, 'sandbox', await sandboxBalances(manager, now.epochMilliseconds), now),
    );
    process.stdout.write(textOf(report));
    return report.isSound ? 0 : 1;
  } finally {
    await store.destroy();
  }
}

function textOf(report: LedgerReport): string {
  const currencies = report.currencies.map(
    ({ currency, postings, clearing, byPayments, byProvider, underWay, payable }) =>
      `${currency}  ${postings} postings, collected ${clearing.amountMinor} and ${underWay.amountMinor} under way (payments ${byPayments.amountMinor}, provider ${byProvider.amountMinor}), owed to experts ${payable.amountMinor} (minor units)\n`,
  );
  const problems = report.problems.map((problem) => `problem: ${problem}\n`);
  const verdict = report.isSound ? 'sound' : `${report.problems.length} problems`;
  return [
    ...currencies,
    ...problems,
    `${report.sales} sales, ${report.documents} documents: ${verdict}\n`,
  ].join('');
}

process.exitCode = await main(process.argv.slice(2));
