import { DomainError } from '../../../shared/domain-error.js';

/** Too early, too late, or a price that is not by the minute. */
export class NotExtendableError extends DomainError {
  constructor() {
    super('refused', 'sessions.not_extendable', 'no time can be added now');
  }
}

export class ExtensionOpenError extends DomainError {
  constructor() {
    super('conflict', 'sessions.extension_open', 'more time was proposed already');
  }
}

/** It lapsed, was declined or granted meanwhile, or it is the other one's turn. */
export class ExtensionClosedError extends DomainError {
  constructor() {
    super('conflict', 'sessions.extension_closed', 'this proposal is not open any more');
  }
}

/** @param why `not_live` while nobody is billed, `used_up` when all pauses together were long enough */
export class PauseRefusedError extends DomainError {
  constructor(why: 'not_live' | 'used_up') {
    super('conflict', `sessions.pause_${why}`, 'the meter cannot be paused now');
  }
}
