import { DomainError } from '../../../shared/domain-error.js';

export class AlreadyReviewedError extends DomainError {
  constructor() {
    super('conflict', 'reviews.already_reviewed', 'this session has its review already');
  }
}

/** Only the learner of a session in which both were there may rate it. */
export class NotReviewableError extends DomainError {
  constructor() {
    super(
      'refused',
      'reviews.not_reviewable',
      'only the learner of a session that took place may review it',
    );
  }
}
