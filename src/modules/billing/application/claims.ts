import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NotFoundError } from '../../../shared/domain-error.js';

import { AlreadyClaimedError, ClaimTooLateError } from '../domain/claim.errors.js';
import {
  claimableUntil,
  type ClaimReason,
  type ClaimState,
  clearCase,
  type GuaranteeRule,
  type SessionProof,
} from '../domain/guarantee.js';
import { ClaimRecord } from '../persistence/claim.record.js';

export interface ClaimInput {
  readonly sessionId: string;
  readonly saleId: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly reason: ClaimReason;
  readonly text: string;
  readonly endedAt: Temporal.Instant;
  readonly proof: SessionProof;
}

export interface ClaimView {
  readonly id: string;
  readonly sessionId: string;
  readonly saleId: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly state: ClaimState;
  readonly rule: GuaranteeRule | null;
  readonly reason: ClaimReason;
  readonly text: string;
  /** RFC 3339, UTC. */
  readonly openedAt: string;
}

/** The guarantee: clear cases are settled by rule at once, the rest is asked of the expert first. */
@Injectable()
export class Claims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws ClaimTooLateError, AlreadyClaimedError */
  async open(input: ClaimInput): Promise<ClaimView> {
    const now = this.clock.now();
    const until = claimableUntil(input.endedAt);
    if (Temporal.Instant.compare(now, until) >= 0) throw new ClaimTooLateError(until.toString());
    const rule = clearCase(input.proof);
    const { sessionId, saleId, learnerId, expertId, reason, text } = input;
    const record = {
      id: this.ids.next(),
      sessionId,
      saleId,
      learnerId,
      expertId,
      reason,
      text,
      state: rule ? ('auto_decided' as const) : ('with_expert' as const),
      rule,
      decidedBy: null,
      openedAt: now,
      decidedAt: null,
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(ClaimRecord, record);
        await this.outbox.publish({
          name: 'billing.claim.opened',
          aggregateId: record.id,
          data: { claimId: record.id, sessionId, learnerId, expertId, state: record.state },
        });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new AlreadyClaimedError() : error;
    }
    return viewOf(record);
  }

  /** The money is on its way back. @param by the expert or reviewer who granted it, null for a rule @returns false when it was decided before */
  async grant(id: string, by: string | null): Promise<boolean> {
    const result = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(ClaimRecord)
      .set({ state: 'granted', decidedBy: by, decidedAt: this.clock.now() })
      .where("id = :id AND state IN ('auto_decided', 'with_expert', 'with_reviewer')", { id })
      .execute();
    return result.affected === 1;
  }

  async ofSession(sessionId: string): Promise<ClaimView | null> {
    const record = await this.unitOfWork.manager.findOneBy(ClaimRecord, { sessionId });
    return record ? viewOf(record) : null;
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<ClaimView> {
    const record = await this.unitOfWork.manager.findOneBy(ClaimRecord, { id });
    if (!record) throw new NotFoundError('claim');
    return viewOf(record);
  }
}

function viewOf(record: ClaimRecord): ClaimView {
  const { id, sessionId, saleId, learnerId, expertId, state, rule, reason, text, openedAt } =
    record;
  return {
    id,
    sessionId,
    saleId,
    learnerId,
    expertId,
    state,
    rule,
    reason,
    text,
    openedAt: openedAt.toString(),
  };
}
