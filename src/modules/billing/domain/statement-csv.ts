import { decimalOf } from '../../../shared/decimal-amount.js';
import type { Money } from '../../../shared/money.js';

/** What a line of a statement says, as a table has it. */
export interface StatementRow {
  readonly performedOn: string;
  readonly kind: string;
  readonly title: string;
  readonly sessionId: string;
  readonly collected: Money;
  readonly commission: Money;
  readonly commissionTax: Money;
  readonly withheld: Money;
  readonly paid: Money;
}

const COLUMNS = [
  'performed_on',
  'kind',
  'title',
  'session_id',
  'currency',
  'collected',
  'commission',
  'commission_tax',
  'withheld',
  'paid_out',
];

/** RFC 4180, amounts with a point and all digits of their currency, for programs as much as for people. */
export function statementCsv(rows: readonly StatementRow[]): string {
  const lines = rows.map((row) => [
    row.performedOn,
    row.kind,
    row.title,
    row.sessionId,
    row.paid.currency,
    ...[row.collected, row.commission, row.commissionTax, row.withheld, row.paid].map(decimalOf),
  ]);
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula; words of people are kept from that by a quote. */
function cellOf(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
