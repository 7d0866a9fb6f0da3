import { splitByWeights, money } from '../../../shared/money.js';
import {
  addRatios,
  divideRounded,
  multiplyRatios,
  percentToRatio,
  type Ratio,
  ratio,
  type Rounding,
} from '../../../shared/ratio.js';
import type { RoundingRule } from './pack.js';
import type { TaxBehavior } from './vocabulary.js';

/** One tax on a supply: its rate and the share of the price that it is taken of. */
export interface RatedComponent {
  readonly name: string;
  /** Decimal string, "9.975". */
  readonly ratePercent: string;
  readonly base: Ratio;
}

export interface TaxedComponent {
  readonly name: string;
  readonly ratePercent: string;
  readonly taxMinor: bigint;
}

export interface TaxedTotal {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly components: readonly TaxedComponent[];
}

export interface TaxedInvoice extends TaxedTotal {
  readonly lines: readonly {
    readonly netMinor: bigint;
    readonly taxMinor: bigint;
    readonly grossMinor: bigint;
  }[];
}

export const WHOLE_PRICE: Ratio = ratio(1n, 1n);

/**
 * Taxes the lines of one document. Lines plus tax are always the total: whatever is rounded, the other
 * part is the remainder.
 *
 * @param amountsMinor one amount per line, zero or more each, read as `behavior` says
 * @source packs/README.md, "Rounding"
 */
export function taxInvoice(
  amountsMinor: readonly bigint[],
  behavior: TaxBehavior,
  components: readonly RatedComponent[],
  rounding: RoundingRule,
): TaxedInvoice {
  if (amountsMinor.some((amount) => amount < 0n))
    throw new RangeError('a taxed amount is zero or more');
  const perLine = amountsMinor.map((amount) => taxAmount(amount, behavior, components, rounding));
  if (rounding.scope === 'line') {
    return { ...sum(perLine, components), lines: perLine };
  }
  const whole = amountsMinor.reduce((total, amount) => total + amount, 0n);
  const total = taxAmount(whole, behavior, components, rounding);
  const taxes = spread(
    total.taxMinor,
    perLine.map((line) => line.taxMinor),
    amountsMinor,
  );
  const lines = amountsMinor.map((amount, index) => {
    const taxMinor = taxes[index] ?? 0n;
    return behavior === 'inclusive'
      ? { netMinor: amount - taxMinor, taxMinor, grossMinor: amount }
      : { netMinor: amount, taxMinor, grossMinor: amount + taxMinor };
  });
  return { ...total, lines };
}

/** Taxes one amount; see `taxInvoice`. */
export function taxAmount(
  amountMinor: bigint,
  behavior: TaxBehavior,
  components: readonly RatedComponent[],
  rounding: RoundingRule,
): TaxedTotal {
  const shares = components.map(({ ratePercent, base }) =>
    multiplyRatios(percentToRatio(ratePercent), base),
  );
  const taxes =
    behavior === 'exclusive'
      ? taxesOnNet(amountMinor, shares, rounding)
      : taxesInGross(amountMinor, shares, rounding.mode);
  const taxMinor = taxes.reduce((total, tax) => total + tax, 0n);
  const netMinor = behavior === 'exclusive' ? amountMinor : amountMinor - taxMinor;
  return {
    netMinor,
    taxMinor,
    grossMinor: netMinor + taxMinor,
    components: components.map(({ name, ratePercent }, index) => ({
      name,
      ratePercent,
      taxMinor: taxes[index] ?? 0n,
    })),
  };
}

/** Sum of decimal strings without loss: "5" and "9.975" are "14.975". */
export function sumPercents(percents: readonly string[]): string {
  const places = Math.max(0, ...percents.map((percent) => percent.split('.')[1]?.length ?? 0));
  const scale = 10n ** BigInt(places);
  const total = percents
    .map(percentToRatio)
    .reduce(
      (soFar, { numerator, denominator }) => soFar + (numerator * 100n * scale) / denominator,
      0n,
    );
  const digits = total.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function taxesOnNet(
  netMinor: bigint,
  shares: readonly Ratio[],
  { scope, mode }: RoundingRule,
): bigint[] {
  if (scope !== 'invoice') return shares.map((share) => portion(netMinor, share, mode));
  return splitByShares(portion(netMinor, total(shares), mode), shares);
}

/** The tax inside a gross amount is rounded once and split by rate; the net is what is left. */
function taxesInGross(grossMinor: bigint, shares: readonly Ratio[], mode: Rounding): bigint[] {
  const { numerator, denominator } = total(shares);
  const tax = divideRounded(grossMinor * numerator, denominator + numerator, mode);
  return splitByShares(tax, shares);
}

function splitByShares(taxMinor: bigint, shares: readonly Ratio[]): bigint[] {
  const common = shares.reduce((product, share) => product * share.denominator, 1n);
  const weights = shares.map((share) => (share.numerator * common) / share.denominator);
  if (weights.every((weight) => weight === 0n)) return shares.map(() => 0n);
  // The currency plays no part in a split; amounts here are bare minor units.
  return splitByWeights(money(taxMinor, ''), weights).map((part) => part.amountMinor);
}

function portion(amountMinor: bigint, share: Ratio, mode: Rounding): bigint {
  return divideRounded(amountMinor * share.numerator, share.denominator, mode);
}

function total(shares: readonly Ratio[]): Ratio {
  return shares.reduce(addRatios, ratio(0n, 1n));
}

function sum(lines: readonly TaxedTotal[], components: readonly RatedComponent[]): TaxedTotal {
  const add = (pick: (line: TaxedTotal) => bigint): bigint =>
    lines.reduce((soFar, line) => soFar + pick(line), 0n);
  return {
    netMinor: add((line) => line.netMinor),
    taxMinor: add((line) => line.taxMinor),
    grossMinor: add((line) => line.grossMinor),
    components: components.map(({ name, ratePercent }, index) => ({
      name,
      ratePercent,
      taxMinor: add((line) => line.components[index]?.taxMinor ?? 0n),
    })),
  };
}

/** Brings the lines' taxes to the document's tax: the lines with the largest amounts take the difference. */
function spread(
  taxMinor: bigint,
  perLine: readonly bigint[],
  amounts: readonly bigint[],
): bigint[] {
  const taxes = [...perLine];
  let missing = taxMinor - taxes.reduce((soFar, tax) => soFar + tax, 0n);
  const byAmount = amounts
    .map((_, index) => index)
    .sort((a, b) => compare(amounts[b], amounts[a]) || a - b);
  const step = missing < 0n ? -1n : 1n;
  for (let turn = 0; missing !== 0n; turn += 1) {
    const index = byAmount[turn % byAmount.length] ?? 0;
    taxes[index] = (taxes[index] ?? 0n) + step;
    missing -= step;
  }
  return taxes;
}

function compare(a: bigint | undefined, b: bigint | undefined): number {
  return (a ?? 0n) < (b ?? 0n) ? -1 : (a ?? 0n) > (b ?? 0n) ? 1 : 0;
}
