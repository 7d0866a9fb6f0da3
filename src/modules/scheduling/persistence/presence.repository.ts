import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, Not } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { PresenceState } from '../domain/presence.js';
import { PresenceRecord } from './presence.record.js';

/** What is kept of an expert's presence. */
export type StoredPresence = Readonly<PresenceRecord>;

type Wish = Partial<
  Pick<PresenceRecord, 'wantsFree' | 'answersByItself' | 'lastSeenAt' | 'pushAnsweredAt'>
>;

@Injectable()
export class PresenceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofExperts(expertIds: readonly string[]): Promise<StoredPresence[]> {
    if (expertIds.length === 0) return [];
    return this.unitOfWork.manager.findBy(PresenceRecord, {
      expertId: In([...new Set(expertIds)]),
    });
  }

  /** Everybody whose state can change by time passing. */
  async watched(): Promise<StoredPresence[]> {
    return this.unitOfWork.manager.findBy(PresenceRecord, [
      { wantsFree: true },
      { shownState: Not('away' as const) },
    ]);
  }

  async wish(expertId: string, wish: Wish): Promise<void> {
    if (await this.update(expertId, wish)) return;
    try {
      await this.unitOfWork.manager.insert(PresenceRecord, {
        expertId,
        wantsFree: false,
        answersByItself: false,
        lastSeenAt: null,
        pushAnsweredAt: null,
        shownState: 'away',
        answerSeconds: [],
        ...wish,
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.update(expertId, wish);
    }
  }

  /** @returns whether the expert wants to be free at all */
  async seen(expertId: string, at: Temporal.Instant): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      PresenceRecord,
      { expertId, wantsFree: true },
      { lastSeenAt: at },
    );
    return result.affected === 1;
  }

  /** After a missed ring; does not concern those whom a program answers for. */
  async stopWanting(expertId: string): Promise<void> {
    await this.unitOfWork.manager.update(
      PresenceRecord,
      { expertId, answersByItself: false },
      { wantsFree: false, pushAnsweredAt: null },
    );
  }

  /** No browser is reached any more. */
  async forgetPush(expertId: string): Promise<void> {
    await this.update(expertId, { pushAnsweredAt: null });
  }

  async rememberAnswers(expertId: string, answerSeconds: readonly number[]): Promise<void> {
    await this.unitOfWork.manager.update(
      PresenceRecord,
      { expertId },
      { answerSeconds: [...answerSeconds] },
    );
  }

  /** @returns whether it was the first to say so */
  async show(expertId: string, from: PresenceState, to: PresenceState): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      PresenceRecord,
      { expertId, shownState: from },
      { shownState: to },
    );
    return result.affected === 1;
  }

  private async update(expertId: string, wish: Wish): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(PresenceRecord, { expertId }, wish);
    return result.affected === 1;
  }
}
