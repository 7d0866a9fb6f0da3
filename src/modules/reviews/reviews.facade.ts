import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { isUniqueViolation } from '../../platform/database/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { News } from '../../shared/domain-event.js';
import { InvalidInputError } from '../../shared/domain-error.js';
import { AccountsFacade } from '../accounts/index.js';
import { SessionsFacade } from '../sessions/index.js';
import { problemsOf, type ReviewDraft } from './domain/review.js';
import { AlreadyReviewedError, NotReviewableError } from './domain/reviews.errors.js';
import type { ReviewLeft } from './domain/reviews.events.js';
import { ReviewRecord } from './persistence/review.record.js';

export interface ReviewView {
  readonly id: string;
  readonly sessionId: string;
  readonly stars: number;
  readonly text: string;
  readonly authorName: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

export interface RatingView {
  /** 1 to 5, one decimal. */
  readonly average: number;
  readonly count: number;
}

/** What learners say after real sessions. */
@Injectable()
export class ReviewsFacade {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws InvalidInputError, NotReviewableError, AlreadyReviewedError, NotFoundError for a foreign session */
  async leave(sessionId: string, learnerId: string, draft: ReviewDraft): Promise<void> {
    const problems = problemsOf(draft);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const session = await this.sessions.session(sessionId, learnerId);
    if (session.role !== 'learner' || session.endedAt === null || session.meter.billedSeconds === 0)
      throw new NotReviewableError();
    const { expertId, listingId } = session;
    const createdAt = this.clock.now();
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(ReviewRecord, {
          id: this.ids.next(),
          sessionId,
          listingId,
          expertId,
          learnerId,
          stars: draft.stars,
          text: draft.text.trim(),
          createdAt,
        });
        const left: News<ReviewLeft> = {
          name: 'reviews.review.left',
          aggregateId: expertId,
          data: { expertId, listingId, stars: draft.stars },
        };
        await this.outbox.publish(left, createdAt);
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new AlreadyReviewedError() : error;
    }
  }

  async ofSession(sessionId: string): Promise<ReviewView | null> {
    const record = await this.unitOfWork.manager.findOneBy(ReviewRecord, { sessionId });
    return record ? ((await this.named([record]))[0] ?? null) : null;
  }

  /** Newest first. */
  async ofExpert(expertId: string, limit: number): Promise<ReviewView[]> {
    return this.named(
      await this.unitOfWork.manager.find(ReviewRecord, {
        where: { expertId },
        order: { id: 'DESC' },
        take: limit,
      }),
    );
  }

  /** Experts without reviews are left out. */
  async ratings(expertIds: readonly string[]): Promise<ReadonlyMap<string, RatingView>> {
    if (expertIds.length === 0) return new Map();
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(ReviewRecord, 'review')
      .select('review.expert_id', 'expertId')
      .addSelect('SUM(review.stars)', 'sum')
      .addSelect('COUNT(*)', 'count')
      .where({ expertId: In([...expertIds]) })
      .groupBy('review.expert_id')
      .getRawMany<{ expertId: string; sum: unknown; count: unknown }>();
    return new Map(
      rows.map((row) => [
        row.expertId,
        {
          average: Math.round((Number(row.sum) / Number(row.count)) * 10) / 10,
          count: Number(row.count),
        },
      ]),
    );
  }

  private async named(records: readonly ReviewRecord[]): Promise<ReviewView[]> {
    const people = await this.accounts.people(records.map((record) => record.learnerId));
    return records.map((record) => ({
      id: record.id,
      sessionId: record.sessionId,
      stars: record.stars,
      text: record.text,
      authorName: people.get(record.learnerId)?.displayName ?? '',
      createdAt: record.createdAt.toString(),
    }));
  }
}
