import { Bitset } from './bitset.js';

/** Where one word stands: which offers have it, and in which places of each, as bits. */
export class Postings {
  /** Those that have it now. */
  readonly offers = new Bitset();
  private readonly numbers: number[] = [];
  private readonly places: number[] = [];

  add(number: number, places: number): void {
    this.offers.add(number);
    this.numbers.push(number);
    this.places.push(places);
  }

  delete(number: number): void {
    this.offers.delete(number);
  }

  /** Every offer that ever had it: numbers are not used again, so whoever asks leaves out those that are gone. */
  each(visit: (number: number, places: number) => void): void {
    for (let position = 0; position < this.numbers.length; position += 1)
      visit(this.numbers[position] ?? 0, this.places[position] ?? 0);
  }
}
