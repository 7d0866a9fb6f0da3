import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { BlockRecord } from '../persistence/account.record.js';

/** Who wants nothing more to do with whom. It holds both ways, and only whoever blocked is told. */
@Injectable()
export class Blocks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Repeating it changes nothing. */
  async block(blockerId: string, blockedId: string): Promise<void> {
    const record = { id: this.ids.next(), blockerId, blockedId, blockedAt: this.clock.now() };
    try {
      await this.unitOfWork.manager.insert(BlockRecord, record);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  async unblock(blockerId: string, blockedId: string): Promise<void> {
    await this.unitOfWork.manager.delete(BlockRecord, { blockerId, blockedId });
  }

  /** Whom this person blocked, newest first. */
  async of(blockerId: string): Promise<string[]> {
    const records = await this.unitOfWork.manager.find(BlockRecord, {
      where: { blockerId },
      order: { id: 'DESC' },
    });
    return records.map(({ blockedId }) => blockedId);
  }

  /** Which of the others this person blocked or was blocked by. */
  async apart(personId: string, others: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = In([...others]);
    const records = await this.unitOfWork.manager.find(BlockRecord, {
      where: [
        { blockerId: personId, blockedId: ids },
        { blockedId: personId, blockerId: ids },
      ],
    });
    return new Set(
      records.map(({ blockerId, blockedId }) => (blockerId === personId ? blockedId : blockerId)),
    );
  }
}
