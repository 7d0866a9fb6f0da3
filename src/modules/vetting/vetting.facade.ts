import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { InvalidInputError, NotFoundError } from '../../shared/domain-error.js';
import {
  type ApplicationContent,
  type ApplicationState,
  gapsOf,
  isOpen,
  mayBecome,
  type Requirement,
} from './domain/application.js';
import {
  ApplicationClosedError,
  OwnApplicationError,
  ReasonsMissingError,
  WrongApplicationStateError,
} from './domain/vetting.errors.js';
import { ApplicationRecord, DecisionRecord } from './persistence/application.record.js';

export interface ApplicationView extends ApplicationContent {
  readonly id: string;
  readonly accountId: string;
  readonly categoryId: string;
  readonly state: ApplicationState;
  readonly listing: unknown;
  readonly requirements: readonly Requirement[];
  readonly reasons: string | null;
  /** RFC 3339, UTC. */
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

export interface ApplicationDraft extends ApplicationContent {
  readonly categoryId: string;
  readonly requirements: readonly Requirement[];
  /** The first offer; checked by whoever owns offers before it comes here. */
  readonly listing: unknown;
}

/** One change of an application's state, as the reviewers see it. */
export interface ApplicationChange {
  readonly from: ApplicationState;
  readonly to: ApplicationState;
  readonly by: string;
  readonly reasons: string | null;
  /** RFC 3339, UTC. */
  readonly at: string;
}

export type Decision = 'approved' | 'changes_requested' | 'refused';

/** What is announced when an application gets there; taking it from the queue is nobody else's business. */
const EVENT_OF = {
  submitted: 'vetting.application.submitted',
  in_review: null,
  approved: 'vetting.application.approved',
  changes_requested: 'vetting.application.sent-back',
  refused: 'vetting.application.refused',
} as const satisfies Partial<Record<ApplicationState, string | null>>;

/** Who may offer help: applications, evidence and the decisions about them. */
@Injectable()
export class VettingFacade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async applicationOf(accountId: string): Promise<ApplicationView | null> {
    const record = await this.unitOfWork.manager.findOneBy(ApplicationRecord, { accountId });
    return record ? viewOf(record) : null;
  }

  /** @throws NotFoundError */
  async application(id: string): Promise<ApplicationView> {
    return viewOf(await this.load(id));
  }

  /** Keeps what was written so far, complete or not. @throws ApplicationClosedError */
  async saveDraft(accountId: string, draft: ApplicationDraft): Promise<ApplicationView> {
    const known = await this.unitOfWork.manager.findOneBy(ApplicationRecord, { accountId });
    if (known && !isOpen(known.state)) throw new ApplicationClosedError(known.state);
    const record = this.unitOfWork.manager.create(ApplicationRecord, {
      ...(known ?? {
        id: this.ids.next(),
        accountId,
        state: 'draft' as const,
        reasons: null,
        decidedBy: null,
        submittedAt: null,
        decidedAt: null,
        createdAt: this.clock.now(),
      }),
      categoryId: draft.categoryId,
      about: draft.about,
      answers: draft.answers,
      evidence: draft.evidenceFileIds,
      requirements: draft.requirements as Requirement[],
      listing: draft.listing as object,
    });
    await this.unitOfWork.manager.save(record);
    return viewOf(record);
  }

  /** @throws InvalidInputError naming every gap; WrongApplicationStateError; NotFoundError */
  async submit(accountId: string): Promise<ApplicationView> {
    const application = await this.applicationOf(accountId);
    if (!application) throw new NotFoundError('application');
    const gaps = gapsOf(application, application.requirements);
    if (gaps.length > 0) throw new InvalidInputError(gaps);
    return this.move(application.id, 'submitted', accountId, null);
  }

  /** A reviewer takes it from the queue, so that two do not work on one. */
  startReview(id: string, reviewerId: string): Promise<ApplicationView> {
    return this.move(id, 'in_review', reviewerId, null);
  }

  /** @throws ReasonsMissingError unless approved; OwnApplicationError; WrongApplicationStateError; NotFoundError */
  async decide(
    id: string,
    decision: Decision,
    reviewerId: string,
    reasons: string | null,
  ): Promise<ApplicationView> {
    if (decision !== 'approved' && !reasons?.trim()) throw new ReasonsMissingError();
    const application = await this.load(id);
    if (application.accountId === reviewerId) throw new OwnApplicationError();
    if (application.state === 'submitted') await this.startReview(id, reviewerId);
    return this.move(id, decision, reviewerId, reasons);
  }

  async isApproved(accountId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(ApplicationRecord, { accountId, state: 'approved' });
  }

  /** Those waiting longest first. */
  async queue(
    states: readonly ApplicationState[],
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ items: ApplicationView[]; total: number }> {
    const [records, total] = await this.unitOfWork.manager.findAndCount(ApplicationRecord, {
      where: { state: In([...states]) },
      order: { submittedAt: 'ASC', id: 'ASC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: records.map(viewOf), total };
  }

  /** Every change of its state, oldest first. */
  async history(id: string): Promise<ApplicationChange[]> {
    const records = await this.unitOfWork.manager.find(DecisionRecord, {
      where: { applicationId: id },
      order: { id: 'ASC' },
    });
    return records.map((record) => ({
      from: record.fromState,
      to: record.toState,
      by: record.decidedBy,
      reasons: record.reasons,
      at: record.decidedAt.toString(),
    }));
  }

  private async move(
    id: string,
    to: keyof typeof EVENT_OF,
    by: string,
    reasons: string | null,
  ): Promise<ApplicationView> {
    return this.unitOfWork.run(async () => {
      const record = await this.load(id);
      if (!mayBecome(record.state, to)) throw new WrongApplicationStateError(record.state, to);
      const now = this.clock.now();
      const moved = await this.unitOfWork.manager.update(
        ApplicationRecord,
        { id, state: record.state },
        {
          state: to,
          ...(to === 'submitted'
            ? { submittedAt: now }
            : { decidedAt: now, decidedBy: by, reasons }),
        },
      );
      // Somebody else was quicker: their change stands.
      if (moved.affected !== 1) throw new WrongApplicationStateError(record.state, to);
      await this.unitOfWork.manager.insert(DecisionRecord, {
        id: this.ids.next(),
        applicationId: id,
        fromState: record.state,
        toState: to,
        decidedBy: by,
        reasons,
        decidedAt: now,
      });
      await this.announce(record, to, reasons);
      return viewOf(await this.load(id));
    });
  }

  private async announce(
    record: ApplicationRecord,
    to: keyof typeof EVENT_OF,
    reasons: string | null,
  ): Promise<void> {
    const name = EVENT_OF[to];
    if (name === null) return;
    await this.outbox.publish({
      name,
      aggregateId: record.id,
      data: {
        applicationId: record.id,
        accountId: record.accountId,
        categoryId: record.categoryId,
        ...(reasons === null ? {} : { reasons }),
      },
    });
  }

  private async load(id: string): Promise<ApplicationRecord> {
    const record = await this.unitOfWork.manager.findOneBy(ApplicationRecord, { id });
    if (!record) throw new NotFoundError('application');
    return record;
  }
}

function viewOf(record: ApplicationRecord): ApplicationView {
  return {
    id: record.id,
    accountId: record.accountId,
    categoryId: record.categoryId,
    state: record.state,
    about: record.about,
    answers: record.answers,
    evidenceFileIds: record.evidence,
    listing: record.listing,
    requirements: record.requirements,
    reasons: record.reasons,
    submittedAt: record.submittedAt?.toString() ?? null,
    decidedAt: record.decidedAt?.toString() ?? null,
    decidedBy: record.decidedBy,
  };
}
