import { Injectable } from '@nestjs/common';
import {
  type ExtensionView,
  mayPropose,
  type SessionRole,
  SessionsFacade,
  type SessionView,
} from '../../modules/sessions/index.js';
import { toMoneyJson } from '../../shared/money.js';
import type { MoreTime, TimeOption, TimeProposal } from './extend-session.dto.js';
import { type AddedTime, ExtensionOffers } from './extension-offers.js';

/** More time as each of the two reads it. */
@Injectable()
export class ExtensionReader {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly offers: ExtensionOffers,
  ) {}

  /** @throws NotFoundError also for a person who is not part of it */
  async read(sessionId: string, personId: string): Promise<MoreTime> {
    const session = await this.sessions.session(sessionId, personId);
    const last = await this.sessions.extensions.lastOf(sessionId);
    const { remainingSeconds } = session.meter;
    const isOffered = mayPropose({ ...session, remainingSeconds });
    const isOpen = last?.state === 'proposed' || last?.state === 'agreed';
    if (!isOffered && !isOpen)
      return { options: [], reason: null, proposal: last && proposalOf(session, last, null) };
    const verdict = await this.offers.of(session);
    const options = verdict.ok ? verdict.value : [];
    const terms = options.find(({ minutes }) => minutes === last?.minutes) ?? null;
    return {
      options: isOffered && !isOpen ? options.map((option) => optionOf(option, session.role)) : [],
      reason: reasonOf(verdict.ok ? null : verdict.refusal.code, options),
      proposal: last && proposalOf(session, last, terms),
    };
  }
}

function reasonOf(refusal: string | null, options: readonly AddedTime[]): string | null {
  return refusal ?? (options.length === 0 ? 'scheduling.no_time_left' : null);
}

function optionOf(option: AddedTime, role: SessionRole): TimeOption {
  const { minutes, added, taxIncluded, tax, earnings } = option;
  const isLearner = role === 'learner';
  return {
    minutes,
    taxIncluded,
    added: isLearner && added ? toMoneyJson(added) : null,
    tax: isLearner && tax ? { ...tax, amount: toMoneyJson(tax.amount) } : null,
    earnings: !isLearner && earnings ? toMoneyJson(earnings) : null,
  };
}

function proposalOf(
  session: SessionView & { readonly role: SessionRole },
  extension: ExtensionView,
  terms: AddedTime | null,
): TimeProposal {
  const { id, state, minutes, added, failure, dueAt, proposedBy } = extension;
  const { role } = session;
  return {
    ...optionOf(
      {
        minutes: minutes === 15 ? 15 : 30,
        takenUntilMinutes: extension.takenUntilMinutes,
        added,
        taxIncluded: terms?.taxIncluded ?? true,
        tax: terms?.tax ?? null,
        earnings: terms?.earnings ?? null,
      },
      role,
    ),
    id,
    state,
    isMine: proposedBy === role,
    bankAsks: state === 'agreed' && session.pausedFor === 'bank',
    failure,
    dueAt,
  };
}
