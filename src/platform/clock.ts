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
