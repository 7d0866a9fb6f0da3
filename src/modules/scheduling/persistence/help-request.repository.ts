import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, MoreThan } from 'typeorm';
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

/** The learner, the card or the address has an open request, or the key was used before. */
export class HelpRequestClashError extends Error {
  constructor() {
    super('learner, card or address has an open request, or the key belongs to one');
    this.name = 'HelpRequestClashError';
  }
}

type Changes = Partial<
  Pick<HelpRequest, 'paymentId' | 'failureCode' | 'appointmentId' | 'acceptedRingId' | 'openRings'>
>;

/** What at most one open request each may have, besides its learner; null does not count. */
export interface AttemptMarks {
  readonly card: string | null;
  readonly address: string | null;
}

/** Held while a request is open, given back when it is over. */
const CLOSED = { openLearnerId: null, openCard: null, openAddress: null } as const;

@Injectable()
export class HelpRequestRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws HelpRequestClashError */
  async add(request: HelpRequest, idempotencyKey: string, marks: AttemptMarks): Promise<void> {
    try {
      await this.unitOfWork.manager.insert(HelpRequestRecord, {
        ...request,
        candidates: [...request.candidates] as object[],
        idempotencyKey,
        openLearnerId: request.learnerId,
        openCard: marks.card,
        openAddress: marks.address,
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

  async isCardInUse(card: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(HelpRequestRecord, { openCard: card });
  }

  async isAddressInUse(address: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(HelpRequestRecord, { openAddress: address });
  }

  async byAppointment(appointmentId: string): Promise<HelpRequest | null> {
    return this.oneBy({ appointmentId });
  }

  /** Moves a request that is in this state. @returns whether it was */
  async move(
    id: string,
    from: HelpRequestState,
    to: HelpRequestState,
    changes: Changes = {},
  ): Promise<boolean> {
    const next: readonly HelpRequestState[] = HELP_REQUEST_NEXT[from];
    if (!next.includes(to)) throw new RangeError(`a help request that is ${from} cannot be ${to}`);
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: from },
      { state: to, ...changes, ...(isOpen(to) ? {} : CLOSED) },
    );
    return result.affected === 1;
  }

  /** Nobody is left to ring, and nobody is being rung. @returns whether that was still so */
  async giveUp(id: string, candidateCount: number): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', nextCandidate: candidateCount, openRings: 0 },
      { state: 'unanswered', ...CLOSED },
    );
    return result.affected === 1;
  }

  /**
   * Moves on from the candidate at this place by ringing them.
   *
   * @returns whether the request was waiting at this place, with room for one ring more
   */
  async ringCandidate(id: string, place: number, atOnce: number): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', nextCandidate: place, openRings: LessThan(atOnce) },
      { nextCandidate: place + 1, openRings: () => 'open_rings + 1' },
    );
    return result.affected === 1;
  }

  /** Moves on from the candidate at this place without ringing them. */
  async passOver(id: string, place: number): Promise<void> {
    await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', nextCandidate: place },
      { nextCandidate: place + 1 },
    );
  }

  /** One ring less. @returns whether the request is still ringing */
  async leaveRing(id: string): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      HelpRequestRecord,
      { id, state: 'ringing', openRings: MoreThan(0) },
      { openRings: () => 'open_rings - 1' },
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
    atOnce: record.atOnce,
    openRings: record.openRings,
    audience: record.audience,
    acceptedRingId: record.acceptedRingId,
    paymentId: record.paymentId,
    failureCode: record.failureCode,
    appointmentId: record.appointmentId,
    createdAt: record.createdAt,
  };
}
