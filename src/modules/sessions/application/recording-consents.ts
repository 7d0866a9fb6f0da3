import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { agrees, banOf, type RecordingPurpose } from '../domain/recording-rule.js';
import { endedInFailure } from '../domain/recording-state.js';
import { isOver } from '../domain/session-state.js';
import { OldRecordingWordingError, RecordingForbiddenError } from '../domain/recording.errors.js';
import { SessionOverError } from '../domain/sessions.errors.js';
import { RecordingRepository } from '../persistence/recording.repository.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { RecordingKeeper } from './recording-keeper.js';

/**
 * The words that people agree to, `room:recording.*` in every language. Whoever changes what they mean gives them a new
 * name here, and pages that show the old ones are refused.
 */
export const RECORDING_WORDING = '2026-11';

export interface ConsentAnswer {
  readonly purpose: RecordingPurpose;
  readonly hasAgreed: boolean;
  /** Which words were shown, and in which language. */
  readonly wording: string;
  readonly language: string;
}

/** Who agreed to what. Taking back is as easy as agreeing, and stops at once. */
@Injectable()
export class RecordingConsents {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly keeper: RecordingKeeper,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * When it answers, what follows from the answer is done: after a withdrawal nothing more is recorded.
   *
   * @throws SessionOverError, RecordingForbiddenError, OldRecordingWordingError; none of them for a withdrawal
   */
  async answer(session: SessionRecord, personId: string, answer: ConsentAnswer): Promise<void> {
    if (answer.hasAgreed) await this.assertMayAgree(session, answer);
    if (await this.isNew(session.id, personId, answer))
      await this.recordings.addConsent({
        ...answer,
        id: this.ids.next(),
        sessionId: session.id,
        personId,
        at: this.clock.now(),
      });
    await this.keeper.watch(session.id);
    this.keeper.tell(session);
  }

  private async assertMayAgree(session: SessionRecord, { wording }: ConsentAnswer): Promise<void> {
    if (isOver(session.state)) throw new SessionOverError();
    const ban = banOf(await this.recordings.termsOf(session.id));
    if (ban !== null) throw new RecordingForbiddenError(ban);
    if (wording !== RECORDING_WORDING) throw new OldRecordingWordingError(RECORDING_WORDING);
  }

  /** The same answer again is none, except after a failure: then it means "try again". */
  private async isNew(
    sessionId: string,
    personId: string,
    { purpose, hasAgreed }: ConsentAnswer,
  ): Promise<boolean> {
    const consents = await this.recordings.consentsOf(sessionId);
    if (agrees(consents, personId, purpose) !== hasAgreed) return true;
    const hasAnswered = consents.some(
      (step) => step.personId === personId && step.purpose === purpose,
    );
    if (!hasAnswered || !hasAgreed) return false;
    // Its files may still be looked at for what can be saved; that it ended is what counts.
    const latest = await this.recordings.latest(sessionId, purpose);
    return latest !== null && endedInFailure(latest.endReason);
  }
}
