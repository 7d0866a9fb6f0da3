import type { Postings } from './postings.js';

/** One form that a word of the query may have meant. */
export interface WantedForm {
  readonly postings: Postings;
  /** How near it is to what was typed, times how rare it is. */
  readonly factor: number;
}

/** Adds up, offer by offer, what the words of a query count. Kept between searches, so that none of them allocates for all offers. */
export class ScoreBoard {
  private sums = new Float64Array(0);
  private best = new Float64Array(0);

  /** @param weights what a word counts, by the bits of the places it stands in */
  constructor(private readonly weights: readonly number[]) {}

  /** Forgets the search before. */
  begin(size: number): void {
    if (this.sums.length < size) {
      this.sums = new Float64Array(size * 2);
      this.best = new Float64Array(size * 2);
      return;
    }
    this.sums.fill(0);
  }

  /** Of each offer the best of the forms counts. */
  addWord(forms: readonly WantedForm[]): void {
    const { sums, best, weights } = this;
    const touched: number[] = [];
    for (const { postings, factor } of forms)
      postings.each((number, places) => {
        const score = factor * (weights[places] ?? 0);
        const before = best[number] ?? 0;
        if (score <= before) return;
        sums[number] = (sums[number] ?? 0) + score - before;
        best[number] = score;
        touched.push(number);
      });
    for (const number of touched) best[number] = 0;
  }

  of(number: number): number {
    return this.sums[number] ?? 0;
  }
}
