import { DomainError } from '../../../shared/domain-error.js';

export class NothingToClaimError extends DomainError {
  constructor() {
    super('refused', 'billing.nothing_to_claim', 'nothing was charged for this session');
  }
}

export class ClaimTooLateError extends DomainError {
  constructor(until: string) {
    super('refused', 'billing.claim_too_late', 'the guarantee of this session is over', { until });
  }
}

export class AlreadyClaimedError extends DomainError {
  constructor() {
    super('conflict', 'billing.already_claimed', 'this session has its claim already');
  }
}
