import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import type { PaymentCard } from '../../modules/billing/index.js';
import { type HelpRequestView, SchedulingFacade } from '../../modules/scheduling/index.js';
import type { SignedInAsker } from '../../pages/api/reads/asker.js';
import { Uploads } from '../../platform/storage/uploads.js';
import { DomainError } from '../../shared/domain-error.js';
import type { Money } from '../../shared/money.js';
import { AttemptMarks } from './attempt-marks.js';
import { Candidates, type OpenQuestion } from './candidates.js';
import { CardMissingError, HelpNow } from './help-now.js';

export interface AskEveryoneInput extends OpenQuestion {
  /** The client's idempotency key. */
  readonly key: string;
  readonly photoFileId: string | null;
  /** null where all who would be asked are free of charge */
  readonly card: PaymentCard | null;
  readonly visitorAddress: string;
}

/** Nobody is free who could know and fits the language and the price; nothing was held. */
export class NobodyToAskError extends DomainError {
  constructor() {
    super('refused', 'help_now.nobody_to_ask', 'nobody who could know is free now');
  }
}

/** A question to everyone who could know: all are rung at the same time, the first to accept gets the call at their own price. */
@Injectable()
export class AskEveryone {
  constructor(
    private readonly candidates: Candidates,
    private readonly helpNow: HelpNow,
    private readonly scheduling: SchedulingFacade,
    private readonly accounts: AccountsFacade,
    private readonly uploads: Uploads,
    private readonly marks: AttemptMarks,
  ) {}

  /** How many would be asked, and what would be held. */
  async preview(
    question: OpenQuestion,
    asker: SignedInAsker,
  ): Promise<{ readonly expertCount: number; readonly hold: Money | null }> {
    const { candidates, hold } = await this.candidates.whoCouldKnow(question, asker);
    return { expertCount: candidates.length, hold };
  }

  /**
   * Holds what the dearest of those who are asked could cost - never more than the learner's maximum - and
   * rings all of them. A repeated call goes on where the first one was lost.
   *
   * @throws NobodyToAskError, CardMissingError, EmailNotVerifiedError, HelpRequestOpenError, CardInUseError,
   *   AddressInUseError, InvalidInputError, NotFoundError
   */
  async ask(asker: SignedInAsker, input: AskEveryoneInput): Promise<HelpRequestView> {
    const { candidates, hold } = await this.candidates.whoCouldKnow(input, asker);
    const [best] = candidates;
    if (!best) throw new NobodyToAskError();
    if (hold && !input.card) throw new CardMissingError();
    if (hold) await this.accounts.assertVerified(asker.person.id);
    if (input.photoFileId) await this.uploads.assertOwned(input.photoFileId, asker.person.id);
    const request = await this.scheduling.openHelpRequest({
      key: input.key,
      learnerId: asker.person.id,
      listingId: best.listingId,
      candidates,
      problem: input.problem,
      photoFileId: input.photoFileId,
      language: input.language,
      ceilingMinutes: input.ceilingMinutes,
      atOnce: candidates.length,
      audience: 'everyone',
      marks: await this.marks.of(hold && input.card, input.visitorAddress),
    });
    return this.helpNow.hold(request, asker.person.id, hold && input.card && [hold, input.card]);
  }
}
