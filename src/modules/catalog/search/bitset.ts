const WORD_BITS = 32;

/** A set of small whole numbers, one bit each; grows as needed. */
export class Bitset {
  private words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(4)) {
    this.words = words;
  }

  add(index: number): void {
    const word = Math.floor(index / WORD_BITS);
    if (word >= this.words.length) this.grow(word + 1);
    this.words[word] = ((this.words[word] ?? 0) | (1 << (index % WORD_BITS))) >>> 0;
  }

  delete(index: number): void {
    const word = Math.floor(index / WORD_BITS);
    if (word < this.words.length)
      this.words[word] = ((this.words[word] ?? 0) & ~(1 << (index % WORD_BITS))) >>> 0;
  }

  has(index: number): boolean {
    return ((this.words[Math.floor(index / WORD_BITS)] ?? 0) & (1 << (index % WORD_BITS))) !== 0;
  }

  and(other: Bitset): Bitset {
    return new Bitset(
      this.words
        .slice(0, Math.min(this.words.length, other.words.length))
        .map((word, index) => word & (other.words[index] ?? 0)),
    );
  }

  or(other: Bitset): Bitset {
    const [longer, shorter] =
      this.words.length >= other.words.length
        ? [this.words, other.words]
        : [other.words, this.words];
    return new Bitset(longer.map((word, index) => word | (shorter[index] ?? 0)));
  }

  /** How many are in both, without building the set. */
  countCommon(other: Bitset): number {
    const length = Math.min(this.words.length, other.words.length);
    let count = 0;
    for (let index = 0; index < length; index += 1)
      count += ones((this.words[index] ?? 0) & (other.words[index] ?? 0));
    return count;
  }

  get size(): number {
    return this.countCommon(this);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let word = 0; word < this.words.length; word += 1) {
      let rest = this.words[word] ?? 0;
      while (rest !== 0) {
        const lowest = rest & -rest;
        yield word * WORD_BITS + (31 - Math.clz32(lowest));
        rest = (rest ^ lowest) >>> 0;
      }
    }
  }

  private grow(length: number): void {
    const grown = new Uint32Array(Math.max(length, this.words.length * 2));
    grown.set(this.words);
    this.words = grown;
  }
}

function ones(word: number): number {
  let value = word - ((word >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
