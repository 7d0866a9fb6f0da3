import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../src/platform/clock.js';

/** A clock that stands still until it is told to go on. */
export class FakeClock extends Clock {
  private instant: Temporal.Instant;

  constructor(start = '2026-11-22T10:00:00Z') {
    super();
    this.instant = Temporal.Instant.from(start);
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  advance(duration: {
    hours?: number;
    minutes?: number;
    seconds?: number;
    milliseconds?: number;
  }): void {
    this.instant = this.instant.add(duration);
  }

  set(instant: string): void {
    this.instant = Temporal.Instant.from(instant);
  }
}
