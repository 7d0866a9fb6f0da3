import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnEvent, OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { money, type Money } from '../../../shared/money.js';
import {
  ANSWER_WITHIN_MINUTES,
  type ExtensionMinutes,
  type ExtensionState,
  isClosed,
  PAY_WITHIN_MINUTES,
} from '../domain/extension.js';
import { ExtensionClosedError, ExtensionOpenError } from '../domain/extension.errors.js';
import type { SessionRole } from '../domain/session-role.js';
import type { ExtensionClosed, SessionEnded } from '../domain/sessions.events.js';
import type { ExtensionRecord } from '../persistence/extension.record.js';
import { ExtensionRepository } from '../persistence/extension.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { SessionPauses } from './session-pauses.js';

const LAPSE = 'sessions.extension-due';

export interface NewExtension {
  readonly sessionId: string;
  readonly proposedBy: SessionRole;
  readonly minutes: ExtensionMinutes;
  /** What is to be held; null when nothing is. */
  readonly added: Money | null;
  /** How long the appointment may last with it. */
  readonly takenUntilMinutes: number;
}

export interface ExtensionView {
  readonly id: string;
  readonly sessionId: string;
  readonly state: ExtensionState;
  readonly proposedBy: SessionRole;
  readonly minutes: number;
  readonly added: Money | null;
  readonly takenUntilMinutes: number;
  readonly attempt: number;
  readonly failure: string | null;
  readonly paymentId: string | null;
  /** RFC 3339, UTC. */
  readonly dueAt: string;
}

/** More time for a session, as far as the session itself is concerned: who agreed, and what it may last then. */
@Injectable()
export class Extensions {
  constructor(
    private readonly repository: ExtensionRepository,
    private readonly sessions: SessionRepository,
    private readonly pauses: SessionPauses,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws ExtensionOpenError */
  async propose(asked: NewExtension): Promise<ExtensionView> {
    const { added, ...facts } = asked;
    const now = this.clock.now();
    const record: ExtensionRecord = {
      ...facts,
      id: this.ids.next(),
      openSessionId: asked.sessionId,
      state: 'proposed',
      addedMinor: added?.amountMinor ?? null,
      attempt: 1,
      failure: null,
      paymentId: null,
      dueAt: now.add({ minutes: ANSWER_WITHIN_MINUTES }),
      createdAt: now,
    };
    await this.unitOfWork.run(async () => {
      if (!(await this.repository.add(record))) throw new ExtensionOpenError();
      await this.lapseAt(record.id, record.dueAt);
    });
    await this.pauses.tellChanged(asked.sessionId);
    return this.view(record);
  }

  async byId(id: string): Promise<ExtensionView> {
    return this.view(await this.repository.load(id));
  }

  async lastOf(sessionId: string): Promise<ExtensionView | null> {
    const record = await this.repository.lastOf(sessionId);
    return record && this.view(record);
  }

  /** The holds of what was granted, in their order. */
  async paymentsOf(sessionId: string): Promise<string[]> {
    const granted = await this.repository.granted(sessionId);
    return granted.flatMap(({ paymentId }) => paymentId ?? []);
  }

  /** Both have tapped. @throws ExtensionClosedError */
  async agree(id: string): Promise<ExtensionView> {
    const dueAt = this.clock.now().add({ minutes: PAY_WITHIN_MINUTES });
    await this.unitOfWork.run(async () => {
      if (!(await this.repository.move(id, 'proposed', 'agreed', { dueAt })))
        throw new ExtensionClosedError();
      await this.lapseAt(id, dueAt);
    });
    return this.changed(id);
  }

  /** Which payment is tried for it. @returns false when it waits for none any more */
  noteAttempt(id: string, attempt: number, paymentId: string): Promise<boolean> {
    return this.repository.note(id, attempt, { paymentId });
  }

  /** The bank asks the learner: nobody pays meanwhile. */
  async bankAsks(id: string): Promise<void> {
    const { sessionId } = await this.repository.load(id);
    await this.pauses.bankAsks(sessionId, true);
    await this.pauses.tellChanged(sessionId);
  }

  /** This card did not do; another one may be tried until it lapses. */
  async cardRefused(id: string, attempt: number, failure: string): Promise<void> {
    await this.repository.note(id, attempt, { failure, attempt: attempt + 1 });
    const { sessionId } = await this.repository.load(id);
    await this.pauses.bankAsks(sessionId, false);
    await this.pauses.tellChanged(sessionId);
  }

  /**
   * Gives the minutes: the session's ceiling and this row change together.
   *
   * @returns false when it came too late; true also when it was granted before
   */
  async grant(id: string, paymentId: string | null): Promise<boolean> {
    const record = await this.repository.load(id);
    const isGranted = await this.unitOfWork
      .run(async () => {
        if (!(await this.repository.move(id, 'agreed', 'granted', { paymentId, failure: null })))
          return false;
        const { sessionId, minutes, addedMinor } = record;
        if (!(await this.repository.raiseCeiling(sessionId, minutes * 60, addedMinor ?? 0n)))
          throw new TooLate();
        await this.outbox.cancel(lapseKey(id));
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof TooLate) return false;
        throw error;
      });
    if (isGranted) await this.pauses.ceilingRaised(record.sessionId);
    const after = await this.repository.load(id);
    return after.state === 'granted' && after.paymentId === paymentId;
  }

  @OnJob(LAPSE)
  async lapse({ id }: { readonly id: string }): Promise<void> {
    await this.close(id, 'lapsed');
  }

  @OnEvent('sessions.session.ended', 'close-extension.on-session-ended')
  async sessionEnded({ data }: SessionEnded): Promise<void> {
    const last = await this.repository.lastOf(data.sessionId);
    if (last && !isClosed(last.state)) await this.close(last.id, 'lapsed');
  }

  /** Nothing comes of it: somebody declined, or it cannot be had. @returns false when it was closed before */
  async close(
    id: string,
    to: 'declined' | 'refused' | 'lapsed',
    failure: string | null = null,
  ): Promise<boolean> {
    const before = await this.repository.load(id);
    const isMoved = await this.unitOfWork.run(async () => {
      const moved =
        (await this.repository.move(id, 'proposed', to, { failure })) ||
        (await this.repository.move(id, 'agreed', to, { failure }));
      if (!moved) return false;
      await this.outbox.cancel(lapseKey(id));
      await this.outbox.publish<ExtensionClosed>({
        name: 'sessions.extension.closed',
        aggregateId: before.sessionId,
        data: { extensionId: id, sessionId: before.sessionId, state: to },
      });
      return true;
    });
    if (!isMoved) return false;
    await this.pauses.bankAsks(before.sessionId, false);
    await this.pauses.tellChanged(before.sessionId);
    return true;
  }

  private lapseAt(id: string, dueAt: Temporal.Instant): Promise<void> {
    const due = { name: LAPSE, key: lapseKey(id), dueAt: dueAt.toString(), payload: { id } };
    return this.outbox.schedule(due);
  }

  private async changed(id: string): Promise<ExtensionView> {
    const record = await this.repository.load(id);
    await this.pauses.tellChanged(record.sessionId);
    return this.view(record);
  }

  private async view(record: ExtensionRecord): Promise<ExtensionView> {
    const { id, sessionId, state, proposedBy, minutes, takenUntilMinutes } = record;
    const { attempt, failure, paymentId, addedMinor } = record;
    const { currency } = await this.sessions.load(sessionId);
    return {
      id,
      sessionId,
      state,
      proposedBy,
      minutes,
      takenUntilMinutes,
      attempt,
      failure,
      paymentId,
      added: addedMinor === null ? null : money(addedMinor, currency),
      dueAt: record.dueAt.toString(),
    };
  }
}

/** The session was over first. */
class TooLate extends Error {}

function lapseKey(id: string): string {
  return `session-extension:${id}`;
}
