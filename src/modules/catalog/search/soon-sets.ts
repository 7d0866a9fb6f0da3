import { Bitset } from './bitset.js';
import { SOON_STEPS, type SoonStep } from './listing-search.js';

const HOUR_MS = 3_600_000;
/** "Within 24 hours" is not asked to the second. */
const KEPT_MS = 60_000;

/** Which offers have a slot soon. What "soon" is moves with the clock, so the sets are made when they are asked for, once a minute. */
export class SoonSets {
  private readonly startsAt: (number | null)[] = [];
  private sets: ReadonlyMap<SoonStep, Bitset> | null = null;
  private minute = 0;

  set(number: number, startsAt: number | null): void {
    if (this.startsAt[number] === startsAt) return;
    this.startsAt[number] = startsAt;
    this.sets = null;
  }

  at(number: number): number | null {
    return this.startsAt[number] ?? null;
  }

  /** Those whose slot has not begun yet and begins by then. */
  by(step: SoonStep, now: number): Bitset {
    const minute = Math.floor(now / KEPT_MS);
    if (this.sets === null || this.minute !== minute) {
      this.minute = minute;
      this.sets = this.made(minute * KEPT_MS);
    }
    return this.sets.get(step) ?? new Bitset();
  }

  private made(now: number): ReadonlyMap<SoonStep, Bitset> {
    const sets = SOON_STEPS.map(({ value, hours }) => ({
      value,
      until: now + hours * HOUR_MS,
      set: new Bitset(),
    }));
    this.startsAt.forEach((startsAt, number) => {
      if (startsAt === null || startsAt < now) return;
      for (const { set, until } of sets) if (startsAt <= until) set.add(number);
    });
    return new Map(sets.map(({ value, set }) => [value, set]));
  }
}
