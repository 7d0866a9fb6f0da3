export { SchedulingModule } from './scheduling.module.js';
export { SchedulingFacade } from './scheduling.facade.js';
export type { AppointmentView } from './application/appointments.js';
export type { BookingMoveView, BookingView } from './application/booking-view.js';
export type { HelpRequestView, RingView } from './application/help-request-view.js';
export type { GhostRateView } from './application/ghost-rates.js';
export type { HelpAsked } from './application/help-requests.js';
export type { SlotToHold } from './application/hold-slot.js';
export type { SlotCalendarQuestion, SlotCalendarView } from './application/open-slots.js';
export type { OwnPresenceView, PresenceView } from './application/presence.js';
export type { WaitingPlaceView } from './application/waiting-line.js';
export type { Reschedule } from './application/reschedule-booking.js';
export type { Availability, DateException, DaysOff, WeeklyHours } from './domain/availability.js';
export { type BookingParty, type BookingState, HOLD_MINUTES } from './domain/booking.js';
export {
  AT_ONCE_FEW,
  type Audience,
  AUDIENCES,
  type Candidate,
  CANDIDATES_MAX,
  CEILING_MINUTES,
  GOODBYE_SECONDS,
  type HelpRequestState,
  RING_SECONDS,
  type RingOutcome,
  type RingState,
} from './domain/help-request.js';
export { type PlaceState, TURN_MINUTES } from './domain/waiting-line.js';
export { HEARTBEAT_SECONDS_MAX, type PresenceState } from './domain/presence.js';
export {
  type Cancellation,
  type CancellationRule,
  CURRENT_POLICY,
} from './domain/cancellation-policy.js';
export { MOVE_UNTIL_HOURS_BEFORE, type MoveReason } from './domain/reschedule.js';
export {
  AddressInUseError,
  BookingMovedError,
  CardInUseError,
  CancellationChangedError,
  CancellationTooLateError,
  DayFullError,
  ExpertFreeError,
  HelpRequestOpenError,
  HoldExpiredError,
  LearnerBusyError,
  LineFullError,
  MoveTooLateError,
  MoveTooOftenError,
  NoTimeLeftError,
  OwnListingError,
  RingOverError,
  SlotNotOfferedError,
  SlotTakenError,
  SomebodyFasterError,
  type SlotView,
  WrongStateError,
} from './domain/scheduling.errors.js';
export type {
  BookingFacts,
  HelpRequestFacts,
  PresenceChanged,
  RingFacts,
  SchedulingEvent,
  SchedulingEvents,
} from './domain/scheduling.events.js';
export type { LocalSlot, SlotDay } from './domain/slot-calendar.js';
