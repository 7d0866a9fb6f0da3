import { DomainError } from '../../../shared/domain-error.js';

/** Wrong password and unknown account give the same answer, so that nobody learns who has an account. */
export class WrongCredentialsError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'accounts.wrong_credentials',
      'the mail address or the password is wrong',
    );
  }
}

/** Somebody who is signed in was asked for the password again; their sign-in goes on. */
export class WrongPasswordError extends DomainError {
  constructor() {
    super('refused', 'accounts.wrong_password', 'the password is wrong');
  }
}

export class EmailTakenError extends DomainError {
  constructor() {
    super('conflict', 'accounts.email_taken', 'this mail address has an account already');
  }
}

/** The link was used, replaced or is too old. */
export class LinkExpiredError extends DomainError {
  constructor() {
    super('refused', 'accounts.link_expired', 'this link was used already or is too old');
  }
}

export class EmailNotVerifiedError extends DomainError {
  constructor() {
    super('refused', 'accounts.email_not_verified', 'this needs a verified mail address');
  }
}

export class TooManyAttemptsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('too_many', 'accounts.too_many_attempts', 'too many failed attempts', {
      retryAfterSeconds,
    });
  }
}

export class SecondFactorNeededError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'accounts.second_factor_needed',
      'the code of the second factor is missing or wrong',
    );
  }
}

/** Staff with the right password who never set the second factor up: they do so before they get in. */
export class SecondFactorNotSetUpError extends DomainError {
  constructor() {
    super(
      'refused',
      'accounts.second_factor_not_set_up',
      'the second factor of this account is not set up yet',
    );
  }
}

/** The set-up was begun too long ago, or finished already by somebody else. */
export class SetUpExpiredError extends DomainError {
  constructor() {
    super('refused', 'accounts.set_up_expired', 'this set-up of the second factor is over');
  }
}

export class UnknownAccountError extends DomainError {
  constructor(accountId: string) {
    super('missing', 'accounts.not_found', `no account ${accountId}`);
  }
}

/** One of the two blocked the other; neither is told which. */
export class ApartError extends DomainError {
  constructor() {
    super('refused', 'accounts.apart', 'these two people do not reach each other');
  }
}
