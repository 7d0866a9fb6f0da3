import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../clock.js';
import { RelayBell } from './relay-bell.js';

export const WAKE_QUEUE = 'outbox';

/**
 * One bell for all copies: a job on Bull, put off until its time, wakes the relay of whichever copy takes it.
 * What is to be done stands in the outbox alone, so a job that is lost or comes twice changes nothing.
 */
@Injectable()
export class BullBell extends RelayBell {
  constructor(
    @InjectQueue(WAKE_QUEUE) private readonly queue: Queue,
    private readonly clock: Clock,
  ) {
    super();
  }

  ring(dueAt: Temporal.Instant): void {
    const delay = dueAt.epochMilliseconds - this.clock.now().epochMilliseconds;
    // Work that is due now is begun here at once; the job is for when this copy ends before it is done.
    if (delay <= 0) this.wakeOwnRelay();
    this.queue
      .add({}, { delay: Math.max(0, delay), removeOnComplete: true, removeOnFail: true })
      // Without the queue the relays look by themselves; that it is gone is said by the listener.
      .catch(() => undefined);
  }
}
