import { DomainError } from '../../../shared/domain-error.js';
import type { ApplicationState } from './application.js';

export class ApplicationClosedError extends DomainError {
  constructor(state: ApplicationState) {
    super(
      'conflict',
      'vetting.application_closed',
      `an application that is ${state} cannot be edited`,
      { state },
    );
  }
}

export class WrongApplicationStateError extends DomainError {
  constructor(from: ApplicationState, to: ApplicationState) {
    super('conflict', 'vetting.wrong_state', `an application that is ${from} cannot become ${to}`, {
      from,
      to,
    });
  }
}

export class ReasonsMissingError extends DomainError {
  constructor() {
    super('invalid', 'vetting.reasons_missing', 'whoever is not approved must read why');
  }
}

export class OwnApplicationError extends DomainError {
  constructor() {
    super('forbidden', 'vetting.own_application', 'nobody decides their own application');
  }
}
