import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PayoutHoldRecord } from '../persistence/payout.records.js';

/** Staff may keep an expert's money back while something is looked into. */
@Injectable()
export class PayoutHolds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A second hold takes the first one's place. */
  async hold(expertId: string, heldBy: string, reason: string): Promise<void> {
    const heldAt = this.clock.now();
    await this.unitOfWork.manager.save(PayoutHoldRecord, { expertId, heldBy, reason, heldAt });
  }

  async release(expertId: string): Promise<void> {
    await this.unitOfWork.manager.delete(PayoutHoldRecord, { expertId });
  }
}
