import { DomainError } from '../../../shared/domain-error.js';
import type { Freeze } from './recording-deletion.js';
import type { RecordingBan } from './recording-rule.js';

export class RecordingForbiddenError extends DomainError {
  constructor(ban: RecordingBan) {
    super('refused', 'sessions.recording_forbidden', 'this session is never recorded', { ban });
  }
}

/** The page shows words that are not those that count. */
export class OldRecordingWordingError extends DomainError {
  constructor(wording: string) {
    super('conflict', 'sessions.recording_wording_changed', 'the words of the consent changed', {
      wording,
    });
  }
}

export class RecordingFrozenError extends DomainError {
  constructor(by: Freeze) {
    super('conflict', 'sessions.recording_frozen', 'an open case needs this recording', { by });
  }
}

/** One of the two could otherwise delete what proves the other right. */
export class EvidenceStaysError extends DomainError {
  constructor() {
    super('refused', 'sessions.evidence_stays', 'evidence stays until its time is up');
  }
}

/** The address was made for somebody else, was changed, or its time is over. */
export class RecordingLinkOverError extends DomainError {
  constructor() {
    super('forbidden', 'sessions.recording_link_over', 'this address does not open it (any more)');
  }
}

export class AlreadyReportedError extends DomainError {
  constructor() {
    super('conflict', 'sessions.already_reported', 'this session was reported already');
  }
}
