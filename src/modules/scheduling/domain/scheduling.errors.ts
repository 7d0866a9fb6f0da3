import { DomainError } from '../../../shared/domain-error.js';
import { MOVE_UNTIL_HOURS_BEFORE, MOVES_MAX } from './reschedule.js';

/** A time that can be booked; RFC 3339, UTC. */
export interface SlotView {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Somebody was faster. `facts.nextSlots` are the next three that are open. */
export class SlotTakenError extends DomainError {
  constructor(nextSlots: readonly SlotView[]) {
    super('conflict', 'scheduling.slot_taken', 'this time was taken by somebody else', {
      nextSlots,
    });
  }
}

/** The expert never offered this time: outside the hours, too soon, too far ahead, off the grid. */
export class SlotNotOfferedError extends DomainError {
  constructor(nextSlots: readonly SlotView[]) {
    super('refused', 'scheduling.slot_not_offered', 'this time is not offered', { nextSlots });
  }
}

/** The expert takes no more bookings on that day or in that week. */
export class DayFullError extends DomainError {
  constructor(nextSlots: readonly SlotView[]) {
    super('conflict', 'scheduling.day_full', 'no more bookings are taken for that day', {
      nextSlots,
    });
  }
}

/** The learner has another appointment at that time. */
export class LearnerBusyError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.learner_busy', 'you have another appointment at that time');
  }
}

/** Somebody moved the booking, or called it off, since it was looked at. */
export class BookingMovedError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.booking_moved', 'the booking was moved meanwhile');
  }
}

/** Too close to the start to move it. */
export class MoveTooLateError extends DomainError {
  constructor(by: keyof typeof MOVE_UNTIL_HOURS_BEFORE) {
    super('refused', 'scheduling.move_too_late', 'it is too late to move this booking', {
      hoursBefore: MOVE_UNTIL_HOURS_BEFORE[by],
    });
  }
}

export class MoveTooOftenError extends DomainError {
  constructor() {
    super('refused', 'scheduling.move_too_often', 'this booking was moved often enough', {
      movesMax: MOVES_MAX,
    });
  }
}

/** By the rule that was agreed, a learner can call it off only until some time before the start. */
export class CancellationTooLateError extends DomainError {
  constructor() {
    super('refused', 'scheduling.cancellation_too_late', 'it is too late to call this booking off');
  }
}

/** What calling it off costs has changed since it was shown. */
export class CancellationChangedError extends DomainError {
  constructor() {
    super(
      'conflict',
      'scheduling.cancellation_changed',
      'what calling it off means is not what was shown any more',
    );
  }
}

export class HoldExpiredError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.hold_expired', 'the hold ended before it was confirmed');
  }
}

export class OwnListingError extends DomainError {
  constructor() {
    super('refused', 'scheduling.own_listing', 'nobody can ask themselves for help');
  }
}

/** What was asked cannot follow from the present state. */
export class WrongStateError extends DomainError {
  constructor(what: 'booking' | 'help_request' | 'ring' | 'appointment', state: string) {
    super('conflict', `scheduling.${what}_state`, `the ${what} is ${state}`, { state });
  }
}

/** The same key came from the same learner for something else. */
export class KeyReusedError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.key_reused', 'this key was used for another booking or request');
  }
}

export class HelpRequestOpenError extends DomainError {
  constructor(helpRequestId: string) {
    super('conflict', 'scheduling.help_request_open', 'you have an open help request already', {
      helpRequestId,
    });
  }
}

/** Another attempt with this card is open, by whomever. */
export class CardInUseError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.card_in_use', 'somebody is being rung for this card already');
  }
}

/** Another attempt from this address on the internet is open, by whomever. */
export class AddressInUseError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.address_in_use', 'somebody is being rung from this address');
  }
}

/** Of several who were rung at the same time another one accepted first. */
export class SomebodyFasterError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.somebody_faster', 'somebody else accepted first');
  }
}

/** Nobody needs to wait: the expert can be rung. */
export class ExpertFreeError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.expert_free', 'the expert is free now');
  }
}

export class LineFullError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.line_full', 'too many are waiting for this expert');
  }
}

/** Too late, called off, or answered on another device. */
export class RingOverError extends DomainError {
  constructor(outcome: string) {
    super('conflict', 'scheduling.ring_over', `this ring is over: ${outcome}`, { outcome });
  }
}

/** The time after the present end belongs to another appointment of one of the two. */
export class NoTimeLeftError extends DomainError {
  constructor() {
    super('conflict', 'scheduling.no_time_left', 'another appointment begins before that');
  }
}
