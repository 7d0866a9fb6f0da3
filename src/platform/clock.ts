import { Temporal } from 'temporal-polyfill';

/** The only source of "now". Rules get the instant as an argument; tests and the demo history bring their own clock. */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}

/** Real time, except while the demo lives through its past; never given to an installation without demo people. */
export class TravellingClock extends SystemClock {
  private elsewhere: Temporal.Instant | null = null;

  override now(): Temporal.Instant {
    return this.elsewhere ?? super.now();
  }

  /** Time stands still there until the next call. */
  travelTo(instant: Temporal.Instant): void {
    this.elsewhere = instant;
  }

  return(): void {
    this.elsewhere = null;
  }
}
