import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Clock, TravellingClock } from '../../platform/clock.js';
import { OutboxRelay } from '../../platform/outbox/relay.js';

/** Moves the whole program to a moment of the past. With a clock that cannot travel everything happens just now. */
@Injectable()
export class Travel {
  constructor(
    private readonly clock: Clock,
    private readonly relay: OutboxRelay,
  ) {}

  to(instant: Temporal.Instant): void {
    if (this.clock instanceof TravellingClock) this.clock.travelTo(instant);
  }

  home(): void {
    if (this.clock instanceof TravellingClock) this.clock.return();
  }

  /** What was set off happens at its hour too. */
  async settle(): Promise<void> {
    await this.relay.settle();
  }
}
