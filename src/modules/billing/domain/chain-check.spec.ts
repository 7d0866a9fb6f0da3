import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { money } from '../../../shared/money.js';
import { ChainCheck } from './chain-check.js';
import { genesisOf, hashOf, type LedgerEntry } from './posting.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const chain = (amounts: readonly bigint[]): LedgerEntry[] => {
  let previous = genesisOf('EUR');
  return amounts.map((amountMinor, index) => {
    const entry = {
      debit: 'provider:sandbox:clearing',
      credit: 'platform:commission',
      amount: money(amountMinor, 'EUR'),
      reason: 'commission',
      causeKind: 'sale',
      causeId: `s${index}`,
      key: `sale:s${index}:commission`,
      seq: index + 1,
      postedAtMs: 1_000 + index,
    } as const;
    previous = hashOf(previous, entry, sha256);
    return { ...entry, hash: previous };
  });
};
const problemsOf = (entries: readonly LedgerEntry[], head?: { seq: number; hash: string }) => {
  const check = new ChainCheck('EUR', sha256);
  entries.forEach((entry) => check.add(entry));
  check.end(head ?? { seq: entries.length, hash: entries.at(-1)?.hash ?? genesisOf('EUR') });
  return check.problems;
};
const someAmounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), {
  minLength: 1,
  maxLength: 8,
});

describe('ChainCheck', () => {
  it('finds nothing wrong with a whole chain, nor with an empty one', () => {
    fc.assert(
      fc.property(someAmounts, (amounts) => expect(problemsOf(chain(amounts))).toEqual([])),
    );
    expect(problemsOf([])).toEqual([]);
  });

  it('notices any change of any entry', () => {
    const changes: ((entry: LedgerEntry) => LedgerEntry)[] = [
      (entry) => ({ ...entry, amount: money(entry.amount.amountMinor + 1n, 'EUR') }),
      (entry) => ({ ...entry, debit: 'expert:x:payable' }),
      (entry) => ({ ...entry, credit: 'expert:x:payable' }),
      (entry) => ({ ...entry, reason: 'payout' }),
      (entry) => ({ ...entry, causeId: 'other' }),
      (entry) => ({ ...entry, postedAtMs: entry.postedAtMs + 1 }),
      (entry) => ({ ...entry, key: 'other' }),
    ];
    fc.assert(
      fc.property(someAmounts, fc.nat(), fc.constantFrom(...changes), (amounts, pick, change) => {
        const entries = chain(amounts);
        const changed = pick % entries.length;
        const forged = entries.map((entry, index) => (index === changed ? change(entry) : entry));
        expect(problemsOf(forged)).not.toEqual([]);
      }),
    );
  });

  it('notices an entry that was taken out, also at the end', () => {
    const entries = chain([1n, 2n, 3n]);
    const head = { seq: 3, hash: entries[2]?.hash ?? '' };
    for (const gone of [0, 1, 2])
      expect(
        problemsOf(
          entries.filter((_, index) => index !== gone),
          head,
        ),
      ).not.toEqual([]);
  });
});
