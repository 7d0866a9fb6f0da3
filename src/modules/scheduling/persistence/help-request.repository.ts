import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import {
  HELP_REQUEST_NEXT,
  type HelpRequest,
  type HelpRequestState,
  isOpen,
} from '../domain/help-request.js';
import { HelpRequestRecord } from './help-request.record.js';

/** The learner has an open request, or used this key before. */
export class HelpRequestClashError extends Error {
  constructor() {
    super('the learner has an open request or the key belongs to one');
    this.name = 'HelpRequestClashError';
  }
}

type Changes = Partial<Pick<HelpRequest, 'paymentId' | 'failureCode' | 'appointmentId'>>;

@Injectable()
export class HelpRequestRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws HelpRequestClashError */
  async add(request: HelpRequest, idempotencyKey: string): Promise<void> {
    try {
      await this.unitOfWork.manager.insert(HelpRequestRecord, {
        ...request,
        candidates: [...request.candidates] as object[],
        idempotencyKey,
        openLearnerId: request.learnerId,
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new HelpRequestClashError() : error;
    }
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<HelpRequest> {
    const record = await this.unitOfWork.manager.findOneBy(HelpRequestRecord, { id });
    if (!record) throw new NotFoundError('help_request');
    return requestOf(record);
  }

  async byKey(learnerId: string, idempotencyKey: string): Promise<HelpRequest | null> {
    return this.oneBy({ learnerId, idempotencyKey });
  }

  async openOf(learnerId: string): Promise<HelpRequest | null> {
    return this.oneBy({ openLearnerId: learnerId });
  }

  async byAppointment(appointmentId: string): Promise<HelpRequest | null> {
    return this.oneBy({ appointmentId });
  }

  /**
   * Moves a request that is in this state, and being rung by this ring if one is given.
   *
   * @returns whether it was
   */
  async move(
    id: string,
    from: { readonly state: HelpRequestState; readonly currentRingId?: string },
    to: HelpRequestState,
    changes: Changes = {},
  ): Promise<boolean> {
    const next: readonly HelpRequestState[] = HELP_REQUEST_NEXT[from.state];
    if (!next.includes(to))
      throw new RangeError(`a help request that is ${from.state} cannot be ${to}`);
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, ...from },
      { state: to, ...changes, ...(isOpen(to) ? {} : { openLearnerId: null }) },
    );
    return result.affected === 1;
  }

  /** Nobody is left to ring. @returns whether that was still so */
  async giveUp(id: string, candidateCount: number): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', nextCandidate: candidateCount, currentRingId: IsNull() },
      { state: 'unanswered', openLearnerId: null },
    );
    return result.affected === 1;
  }

  /**
   * Moves on from the candidate at this place, to a ring or past it.
   *
   * @returns whether the request was waiting at this place
   */
  async takeCandidate(id: string, place: number, ringId: string | null): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', nextCandidate: place, currentRingId: IsNull() },
      { nextCandidate: place + 1, currentRingId: ringId },
    );
    return result.affected === 1;
  }

  /** The ring is over without an answer. @returns whether it was the present one */
  async leaveRing(id: string, ringId: string): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', currentRingId: ringId },
      { currentRingId: null },
    );
    return result.affected === 1;
  }

  private async oneBy(where: FindOptionsWhere<HelpRequestRecord>): Promise<HelpRequest | null> {
    const record = await this.unitOfWork.manager.findOneBy(HelpRequestRecord, where);
    return record ? requestOf(record) : null;
  }
}

function requestOf(record: HelpRequestRecord): HelpRequest {
  return {
    id: record.id,
    learnerId: record.learnerId,
    listingId: record.listingId,
    state: record.state,
    problem: record.problem,
    photoFileId: record.photoFileId,
    language: record.language,
    ceilingMinutes: record.ceilingMinutes,
    candidates: record.candidates,
    nextCandidate: record.nextCandidate,
    currentRingId: record.currentRingId,
    paymentId: record.paymentId,
    failureCode: record.failureCode,
    appointmentId: record.appointmentId,
    createdAt: record.createdAt,
  };
}
