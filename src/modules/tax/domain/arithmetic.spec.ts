import fc from 'fast-check';
import { ratio } from '../../../shared/ratio.js';
import {
  type RatedComponent,
  sumPercents,
  taxAmount,
  taxInvoice,
  WHOLE_PRICE,
} from './arithmetic.js';
import type { RoundingRule } from './pack.js';
import { reversePart } from './reversal.js';
import { ROUNDING_SCOPES } from './vocabulary.js';

const PER_RATE: RoundingRule = { scope: 'invoice_per_rate', mode: 'half_up' };

function rated(ratePercent: string, name = 'VAT'): RatedComponent {
  return { name, ratePercent, base: WHOLE_PRICE };
}

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
const percents = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, '0')}`);
const components = fc
  .array(percents, { maxLength: 3 })
  .map((list) => list.map((percent) => rated(percent)));
const roundings = fc.record({
  scope: fc.constantFrom(...ROUNDING_SCOPES),
  mode: fc.constantFrom('half_up', 'half_even', 'down', 'up'),
}) as fc.Arbitrary<RoundingRule>;
const behaviors = fc.constantFrom('inclusive', 'exclusive');

describe('taxInvoice', () => {
  const lines = [333n, 333n, 333n];

  it('rounds once per rate on the invoice', () => {
    expect(taxInvoice(lines, 'exclusive', [rated('10')], PER_RATE)).toMatchObject({
      netMinor: 999n,
      taxMinor: 100n,
      grossMinor: 1099n,
    });
  });

  it('rounds every line where the country says so', () => {
    expect(
      taxInvoice(lines, 'exclusive', [rated('10')], { scope: 'line', mode: 'half_up' }).taxMinor,
    ).toBe(99n);
  });

  it('adds up line by line and in total, whatever the scope', () => {
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 6 }),
        behaviors,
        components,
        roundings,
        (sums, behavior, parts, rounding) => {
          const invoice = taxInvoice(sums, behavior, parts, rounding);
          expect(invoice.netMinor + invoice.taxMinor).toBe(invoice.grossMinor);
          expect(invoice.components.reduce((tax, part) => tax + part.taxMinor, 0n)).toBe(
            invoice.taxMinor,
          );
          expect(invoice.lines.reduce((tax, line) => tax + line.taxMinor, 0n)).toBe(
            invoice.taxMinor,
          );
          for (const line of invoice.lines)
            expect(line.netMinor + line.taxMinor).toBe(line.grossMinor);
        },
      ),
    );
  });

  it('gives the same total in any order of the lines', () => {
    fc.assert(
      fc.property(
        fc.array(amounts, { maxLength: 6 }),
        behaviors,
        components,
        roundings,
        (sums, behavior, parts, rounding) => {
          const forward = taxInvoice(sums, behavior, parts, rounding);
          const backward = taxInvoice([...sums].reverse(), behavior, parts, rounding);
          expect(backward.taxMinor).toBe(forward.taxMinor);
        },
      ),
    );
  });
});

describe('taxAmount', () => {
  it('takes the tax out of an inclusive price and leaves the rest as net', () => {
    expect(taxAmount(1_000_000n, 'inclusive', [rated('27')], PER_RATE)).toMatchObject({
      netMinor: 787_402n,
      taxMinor: 212_598n,
    });
  });

  it('taxes a share of the price where the law names one', () => {
    const eleven: RatedComponent = { name: 'PPN', ratePercent: '12', base: ratio(11n, 12n) };
    expect(taxAmount(1_200_000n, 'exclusive', [eleven], PER_RATE).taxMinor).toBe(132_000n);
    expect(taxAmount(1_332_000n, 'inclusive', [eleven], PER_RATE)).toMatchObject({
      netMinor: 1_200_000n,
      taxMinor: 132_000n,
    });
  });

  it('rounds each of two taxes on the same price by itself', () => {
    const quebec = taxAmount(
      10_000n,
      'exclusive',
      [rated('5', 'GST'), rated('9.975', 'QST')],
      PER_RATE,
    );
    expect(quebec.components.map(({ taxMinor }) => taxMinor)).toEqual([500n, 998n]);
    expect(quebec.grossMinor).toBe(11_498n);
  });

  it('keeps a zero-rated component in the list', () => {
    expect(taxAmount(10_000n, 'inclusive', [rated('0', 'GST')], PER_RATE)).toMatchObject({
      taxMinor: 0n,
      components: [{ name: 'GST', taxMinor: 0n }],
    });
  });

  it('refuses a negative amount', () => {
    expect(() => taxInvoice([-1n], 'inclusive', [], PER_RATE)).toThrow(RangeError);
  });
});

describe('sumPercents', () => {
  it('adds decimal strings without loss', () => {
    expect(sumPercents(['5', '9.975'])).toBe('14.975');
    expect(sumPercents(['4.5', '0.5'])).toBe('5');
    expect(sumPercents([])).toBe('0');
  });
});

describe('reversePart', () => {
  const decided = taxAmount(11_900n, 'inclusive', [rated('19')], PER_RATE);

  it('mirrors the whole decision', () => {
    expect(reversePart(decided, 'all')).toEqual(decided);
  });

  it('takes half of gross and net and leaves the remainder on the tax', () => {
    const odd = taxAmount(1_001n, 'inclusive', [rated('19')], PER_RATE);
    expect(odd).toMatchObject({ netMinor: 841n, taxMinor: 160n });
    expect(reversePart(odd, ratio(1n, 2n))).toMatchObject({
      grossMinor: 501n,
      netMinor: 421n,
      taxMinor: 80n,
    });
  });

  it('leaves nothing when parts that follow one another make the whole', () => {
    fc.assert(
      fc.property(
        amounts,
        behaviors,
        components,
        fc.integer({ min: 0, max: 100 }),
        (amount, behavior, parts, hundredths) => {
          const whole = taxAmount(amount, behavior, parts, PER_RATE);
          const first = ratio(BigInt(hundredths), 100n);
          const one = reversePart(whole, first);
          const rest = reversePart(whole, 'all', first);
          expect(one.netMinor + rest.netMinor).toBe(whole.netMinor);
          expect(one.taxMinor + rest.taxMinor).toBe(whole.taxMinor);
          expect(one.grossMinor + rest.grossMinor).toBe(whole.grossMinor);
          expect(one.netMinor + one.taxMinor).toBe(one.grossMinor);
        },
      ),
    );
  });

  it('refuses to take back more than the whole', () => {
    expect(() => reversePart(decided, ratio(3n, 4n), ratio(1n, 2n))).toThrow(RangeError);
  });
});
