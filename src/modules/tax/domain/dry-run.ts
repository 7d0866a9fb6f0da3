import type { TaxDecision } from './decision.js';
import type { PackSet } from './pack.js';
import { decideAgain, type StoredSupply } from './stored-supply.js';

/** Sales of one treatment, before and after. */
export interface DryRunRow {
  readonly treatment: string;
  readonly currency: string;
  readonly count: number;
  readonly grossMinor: bigint;
  readonly taxBeforeMinor: bigint;
  readonly taxAfterMinor: bigint;
}

export interface DryRunChange {
  readonly decisionId: string;
  readonly currency: string;
  readonly taxBeforeMinor: bigint;
  readonly taxAfterMinor: bigint;
  readonly before: string;
  readonly after: string;
}

export interface DryRun {
  readonly rows: readonly DryRunRow[];
  /** Everything whose tax, liable party or treatment changes, the largest difference of tax first. */
  readonly changes: readonly DryRunChange[];
  readonly blocked: readonly { readonly decisionId: string; readonly reason: string }[];
}

/** Decides past supplies by other packs and tells what would have been different; nothing is stored. */
export function dryRun(past: readonly StoredSupply[], packs: PackSet): DryRun {
  const rows = new Map<string, DryRunRow>();
  const changes: DryRunChange[] = [];
  const blocked: { decisionId: string; reason: string }[] = [];
  for (const supply of past) {
    const again = decideAgain(supply, packs);
    if (!again.ok) {
      blocked.push({ decisionId: supply.decisionId, reason: again.refusal.code });
      continue;
    }
    addTo(rows, supply.decided, again.value);
    if (outcomeOf(supply.decided) !== outcomeOf(again.value)) {
      changes.push(changeOf(supply.decisionId, supply.decided, again.value));
    }
  }
  return {
    rows: [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    changes: changes.sort((a, b) => compare(differenceOf(b), differenceOf(a))),
    blocked,
  };
}

function addTo(rows: Map<string, DryRunRow>, before: TaxDecision, after: TaxDecision): void {
  const row = { treatment: after.treatment, currency: after.currency };
  const soFar = rows.get(keyOf(row));
  rows.set(keyOf(row), {
    ...row,
    count: (soFar?.count ?? 0) + 1,
    grossMinor: (soFar?.grossMinor ?? 0n) + after.grossMinor,
    taxBeforeMinor: (soFar?.taxBeforeMinor ?? 0n) + before.taxMinor,
    taxAfterMinor: (soFar?.taxAfterMinor ?? 0n) + after.taxMinor,
  });
}

function changeOf(decisionId: string, before: TaxDecision, after: TaxDecision): DryRunChange {
  return {
    decisionId,
    currency: after.currency,
    taxBeforeMinor: before.taxMinor,
    taxAfterMinor: after.taxMinor,
    before: outcomeOf(before),
    after: outcomeOf(after),
  };
}

/** What a person would call another outcome. */
function outcomeOf(decision: TaxDecision): string {
  const { placeOfSupply, liable, treatment, ratePercent, taxMinor } = decision;
  return `${placeOfSupply} ${liable} ${treatment} ${ratePercent} % ${taxMinor}`;
}

function differenceOf({ taxBeforeMinor, taxAfterMinor }: DryRunChange): bigint {
  const difference = taxAfterMinor - taxBeforeMinor;
  return difference < 0n ? -difference : difference;
}

function keyOf({ treatment, currency }: Pick<DryRunRow, 'treatment' | 'currency'>): string {
  return `${currency} ${treatment}`;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
