import { genesisOf, hashOf, type LedgerEntry, type Sha256 } from './posting.js';

/** Walks the chain of one currency, entry by entry, and says what does not fit. */
export class ChainCheck {
  readonly problems: string[] = [];
  /** Debits minus credits by account, in minor units. */
  readonly balances = new Map<string, bigint>();
  private previous: string;
  private seq = 0;

  constructor(
    private readonly currency: string,
    private readonly sha256: Sha256,
  ) {
    this.previous = genesisOf(currency);
  }

  get count(): number {
    return this.seq;
  }

  add(entry: LedgerEntry): void {
    this.seq += 1;
    const { seq, amount, hash } = entry;
    if (seq !== this.seq) this.note(`entry ${seq} stands in the place of ${this.seq}`);
    if (amount.amountMinor <= 0n) this.note(`entry ${seq} is not above zero`);
    if (hashOf(this.previous, entry, this.sha256) !== hash)
      this.note(`entry ${seq} does not fit the one before it`);
    this.previous = hash;
    this.move(entry.debit, amount.amountMinor);
    this.move(entry.credit, -amount.amountMinor);
  }

  /** @param head what the store believes to be the end */
  end(head: { readonly seq: number; readonly hash: string }): void {
    if (head.seq !== this.seq) this.note(`the head counts ${head.seq} entries, not ${this.seq}`);
    if (head.hash !== this.previous) this.note('the head does not fit the last entry');
  }

  private move(account: string, byMinor: bigint): void {
    this.balances.set(account, (this.balances.get(account) ?? 0n) + byMinor);
  }

  private note(problem: string): void {
    this.problems.push(`${this.currency}: ${problem}`);
  }
}
