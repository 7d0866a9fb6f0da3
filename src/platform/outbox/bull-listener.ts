import { OnQueueError, Process, Processor } from '@nestjs/bull';
import { Logger } from '../logging/logger.js';
import { WAKE_QUEUE } from './bull-bell.js';
import { RelayBell } from './relay-bell.js';

/** This copy's ear on the queue. */
@Processor(WAKE_QUEUE)
export class BullListener {
  private isTroubled = false;

  constructor(
    private readonly bell: RelayBell,
    private readonly logger: Logger,
  ) {}

  @Process()
  wake(): void {
    this.isTroubled = false;
    this.bell.wakeOwnRelay();
  }

  /** Said once, not with every attempt to connect. */
  @OnQueueError()
  hear(error: Error): void {
    if (this.isTroubled) return;
    this.isTroubled = true;
    this.logger.warn('the queue does not answer; work is found by looking into the outbox', {
      reason: error.message,
    });
  }
}
