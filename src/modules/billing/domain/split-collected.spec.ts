import fc from 'fast-check';
import { add, money, zero } from '../../../shared/money.js';
import { commissionOn } from './commission.js';
import { splitCollected } from './split-collected.js';

const eur = (amountMinor: bigint) => money(amountMinor, 'EUR');

describe('commissionOn', () => {
  it('takes its percentage of what was collected, rounded half up once', () => {
    expect(commissionOn(eur(1234n), eur(1028n), { percent: '20', base: 'collected' })).toEqual(
      eur(247n),
    );
    expect(commissionOn(eur(5n), eur(5n), { percent: '10', base: 'collected' })).toEqual(eur(1n));
  });

  it('takes it of the net price where the installation says so', () => {
    expect(commissionOn(eur(1234n), eur(1028n), { percent: '12.5', base: 'net' })).toEqual(
      eur(129n),
    );
  });
});

describe('splitCollected', () => {
  const part = fc.bigInt({ min: 0n, max: 10n ** 12n });

  it('gives parts that add up to what was collected', () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        part,
        part,
        (rest, commission, commissionTax, withheld, owed) => {
          const deductions = {
            commission: eur(commission),
            commissionTax: eur(commissionTax),
            withheld: eur(withheld),
            taxOwed: eur(owed),
          };
          const collected = eur(rest + commission + commissionTax + withheld + owed);
          const parts = splitCollected(collected, deductions);
          if (!parts.ok) throw new Error(parts.refusal);
          expect(Object.values(parts.value).reduce(add, zero('EUR'))).toEqual(collected);
          expect(parts.value.payout).toEqual(eur(rest));
        },
      ),
    );
  });

  it('refuses deductions of more than was collected', () => {
    const nothing = zero('EUR');
    const deductions = { commissionTax: nothing, withheld: nothing, taxOwed: nothing };
    expect(splitCollected(eur(99n), { commission: eur(100n), ...deductions })).toEqual({
      ok: false,
      refusal: 'deductions_exceed_collected',
    });
    expect(() => splitCollected(eur(99n), { commission: eur(-1n), ...deductions })).toThrow(
      RangeError,
    );
  });
});
