import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { SchedulingEvents } from '../domain/scheduling.events.js';

/** Tells others what happened here, in the transaction that did it. */
@Injectable()
export class Announcer {
  constructor(private readonly outbox: Outbox) {}

  /** @throws NoTransactionError outside `UnitOfWork.run` */
  announce<Name extends keyof SchedulingEvents>(
    name: Name,
    aggregateId: string,
    data: SchedulingEvents[Name],
  ): Promise<void> {
    return this.outbox.publish({
      name,
      aggregateId,
      data,
    });
  }
}
