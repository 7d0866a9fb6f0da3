import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, LessThan } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { PLACE_NEXT, type PlaceState } from '../domain/waiting-line.js';
import { WaitingPlaceRecord } from './waiting-place.record.js';

export type WaitingPlace = Readonly<Omit<WaitingPlaceRecord, 'openKey' | 'calledExpertId'>>;

const OPEN = In<PlaceState>(['waiting', 'called']);

@Injectable()
export class WaitingPlaceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns false when the learner stands in this line already */
  async add(place: WaitingPlace): Promise<boolean> {
    try {
      await this.unitOfWork.manager.insert(WaitingPlaceRecord, {
        ...place,
        openKey: `${place.expertId}:${place.learnerId}`,
        calledExpertId: null,
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<WaitingPlace> {
    const record = await this.unitOfWork.manager.findOneBy(WaitingPlaceRecord, { id });
    if (!record) throw new NotFoundError('waiting_place');
    return record;
  }

  openOf(expertId: string, learnerId: string): Promise<WaitingPlace | null> {
    return this.unitOfWork.manager.findOneBy(WaitingPlaceRecord, {
      openKey: `${expertId}:${learnerId}`,
    });
  }

  /** Everybody who stands in the line, first one first. */
  line(expertId: string): Promise<WaitingPlace[]> {
    return this.unitOfWork.manager.find(WaitingPlaceRecord, {
      where: { expertId, state: OPEN },
      order: { id: 'ASC' },
    });
  }

  openOfLearner(learnerId: string): Promise<WaitingPlace[]> {
    return this.unitOfWork.manager.find(WaitingPlaceRecord, {
      where: { learnerId, state: OPEN },
      order: { id: 'ASC' },
    });
  }

  countBefore({ expertId, id }: WaitingPlace): Promise<number> {
    return this.unitOfWork.manager.countBy(WaitingPlaceRecord, {
      expertId,
      state: OPEN,
      id: LessThan(id),
    });
  }

  /** @returns whether it was in that state, and nobody else of the line is called where it is to be */
  async move(
    place: WaitingPlace,
    to: PlaceState,
    turnEndsAt: Temporal.Instant | null = null,
  ): Promise<boolean> {
    const next: readonly PlaceState[] = PLACE_NEXT[place.state];
    if (!next.includes(to)) return false;
    try {
      const result = await this.unitOfWork.manager.update(
        WaitingPlaceRecord,
        { id: place.id, state: place.state },
        {
          state: to,
          turnEndsAt,
          calledExpertId: to === 'called' ? place.expertId : null,
          ...(to === 'waiting' || to === 'called' ? {} : { openKey: null }),
        },
      );
      return result.affected === 1;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
