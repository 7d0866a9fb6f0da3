import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { Appointments, type AppointmentView } from './application/appointments.js';
import { Availabilities } from './application/availabilities.js';
import {
  type BookingMoveView,
  bookingMoveViewOf,
  type BookingView,
  bookingViewOf,
} from './application/booking-view.js';
import { Bookings } from './application/bookings.js';
import { CalendarFeeds } from './application/calendar-feeds.js';
import {
  type HelpRequestView,
  type RingView,
  ringViewOf,
} from './application/help-request-view.js';
import { type HelpAsked, HelpRequests } from './application/help-requests.js';
import { NextSlots, type OfferedTime } from './application/next-slots.js';
import { ListingHours } from './application/listing-hours.js';
import { HoldSlot, type SlotToHold } from './application/hold-slot.js';
import {
  OpenSlots,
  type SlotCalendarQuestion,
  type SlotCalendarView,
} from './application/open-slots.js';
import { type OwnPresenceView, Presence, type PresenceView } from './application/presence.js';
import { ReminderChoices } from './application/reminder-choices.js';
import { type Reschedule, RescheduleBooking } from './application/reschedule-booking.js';
import { Ringing } from './application/ringing.js';
import { GhostRates, type GhostRateView } from './application/ghost-rates.js';
import { WaitingLine, type WaitingPlaceView } from './application/waiting-line.js';
import type { Availability } from './domain/availability.js';
import { type BookingParty, nextFirst } from './domain/booking.js';
import {
  type Cancellation,
  cancellationOf,
  type CancellationRule,
} from './domain/cancellation-policy.js';
import type { Candidate } from './domain/help-request.js';
import type { PresenceState } from './domain/presence.js';
import { type SlotView, WrongStateError } from './domain/scheduling.errors.js';
import { BookingMoveRepository } from './persistence/booking-move.repository.js';
import { BookingRepository } from './persistence/booking.repository.js';
import { HelpRequestRepository } from './persistence/help-request.repository.js';
import { RingRepository } from './persistence/ring.repository.js';

/** Time: when experts can be booked and by whom they are, who is free now, and who is asked for help. Knows nothing of money. */
@Injectable()
export class SchedulingFacade {
  constructor(
    private readonly availabilities: Availabilities,
    private readonly slots: OpenSlots,
    private readonly nextOfEach: NextSlots,
    private readonly holds: HoldSlot,
    private readonly bookings: Bookings,
    private readonly bookingStore: BookingRepository,
    private readonly presences: Presence,
    private readonly helpRequests: HelpRequests,
    private readonly helpRequestStore: HelpRequestRepository,
    private readonly ringing: Ringing,
    private readonly ringStore: RingRepository,
    private readonly appointments: Appointments,
    private readonly listingHours: ListingHours,
    private readonly reschedules: RescheduleBooking,
    private readonly moveStore: BookingMoveRepository,
    private readonly feeds: CalendarFeeds,
    private readonly reminders: ReminderChoices,
    private readonly line: WaitingLine,
    private readonly ghosts: GhostRates,
    private readonly clock: Clock,
  ) {}

  // --- when an expert can be booked

  /** No hours in the person's own zone, until something was set. @throws UnknownAccountError */
  availability(expertId: string): Promise<Availability> {
    return this.availabilities.of(expertId);
  }

  /** What is booked already stays. @throws InvalidInputError listing every broken rule */
  setAvailability(expertId: string, rules: Availability): Promise<void> {
    return this.availabilities.set(expertId, rules);
  }

  /** Slots that start in [from, to), as notice and horizon allow. */
  openSlots(question: {
    readonly expertId: string;
    readonly listing: { readonly id?: string; readonly sessionMinutes: number };
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
  }): Promise<SlotView[]> {
    const { expertId, listing } = question;
    const offer = listing.id === undefined ? {} : { listingId: listing.id };
    return this.slots.open({ expertId, minutes: listing.sessionMinutes, ...offer }, question);
  }

  /** The first open slots, from now on or from an instant. @param listingId offers may have rules of their own */
  nextSlots(
    expertId: string,
    minutes: number,
    count: number,
    after?: Temporal.Instant,
    listingId?: string,
  ): Promise<SlotView[]> {
    const offer = listingId === undefined ? {} : { listingId };
    return this.slots.next({ expertId, minutes, ...offer }, count, after);
  }

  /** The next slot of many offers at once, by listing; null where there is none before the horizon. */
  nextSlotOfEach(offers: readonly OfferedTime[]): Promise<ReadonlyMap<string, SlotView | null>> {
    return this.nextOfEach.ofEach(offers);
  }

  /** How long a booking of the offer is. @param pricedMinutes what the price is for, where it is for a length */
  bookedMinutes(listingId: string, pricedMinutes: number | null): Promise<number> {
    return this.listingHours.bookedMinutes(listingId, pricedMinutes);
  }

  /** Slots by the days of a reader's calendar, each on the reader's own clock; every day is there. @throws UnknownZoneError */
  slotCalendar(question: SlotCalendarQuestion): Promise<SlotCalendarView> {
    return this.slots.calendar(question);
  }

  // --- bookings

  /**
   * Takes the time for ten minutes; the same key again gives the same booking.
   *
   * @throws SlotTakenError with the next three open slots; SlotNotOfferedError, DayFullError, LearnerBusyError, OwnListingError, KeyReusedError
   */
  async holdSlot(slot: SlotToHold): Promise<BookingView> {
    return bookingViewOf(await this.holds.hold(slot), this.clock.now());
  }

  attachPayment(bookingId: string, paymentId: string): Promise<void> {
    return this.bookingStore.attachPayment(bookingId, paymentId);
  }

  /** Again does nothing. @throws HoldExpiredError, WrongStateError, NotFoundError */
  async confirmBooking(id: string): Promise<BookingView> {
    await this.bookings.confirm(id);
    return bookingViewOf(await this.bookingStore.byId(id), this.clock.now());
  }

  /** Gives a hold back; does nothing when it has ended. @throws WrongStateError once confirmed; NotFoundError */
  releaseHold(id: string): Promise<void> {
    return this.bookings.release(id);
  }

  /**
   * A confirmed booking. Again does nothing.
   *
   * @param shownRule what the person was shown; another one by now is refused
   * @throws WrongStateError, CancellationTooLateError, CancellationChangedError, NotFoundError
   */
  cancelBooking(id: string, by: BookingParty, shownRule?: CancellationRule): Promise<void> {
    return this.bookings.cancel(id, by, shownRule);
  }

  /** What calling it off would mean now, by the rule both agreed to. @throws WrongStateError unless it is confirmed; NotFoundError */
  async cancellation(id: string, by: BookingParty): Promise<Cancellation> {
    const booking = await this.bookingStore.byId(id);
    if (booking.state !== 'confirmed') throw new WrongStateError('booking', booking.state);
    return cancellationOf(booking, by, this.clock.now());
  }

  /**
   * Either side moves a confirmed booking; again does nothing.
   *
   * @throws BookingMovedError, WrongStateError, MoveTooLateError, MoveTooOftenError, SlotNotOfferedError, SlotTakenError,
   *   DayFullError, LearnerBusyError, NotFoundError
   */
  async rescheduleBooking(asked: Reschedule): Promise<BookingView> {
    await this.reschedules.reschedule(asked);
    return bookingViewOf(await this.bookingStore.byId(asked.bookingId), this.clock.now());
  }

  /** How a booking was moved, first move first. @throws NotFoundError also when it is of others */
  async movesOf(id: string, personId: string): Promise<BookingMoveView[]> {
    await this.booking(id, personId);
    return (await this.moveStore.of(id)).map(bookingMoveViewOf);
  }

  /** What happened to a confirmed booking; the time is given back when it is over. @param by with `no_show`, who did not come @throws WrongStateError, NotFoundError */
  markBooking(
    id: string,
    state: 'live' | 'completed' | 'no_show',
    by: BookingParty,
  ): Promise<void> {
    return this.bookings.mark(id, state, by);
  }

  /** @throws NotFoundError also when it is of others */
  async booking(id: string, personId: string): Promise<BookingView> {
    const booking = await this.bookingStore.byId(id);
    if (booking.learnerId !== personId && booking.expertId !== personId)
      throw new NotFoundError('booking');
    return bookingViewOf(booking, this.clock.now());
  }

  /** Those to come, next one first, then the past ones, last one first; holds that ended are left out. */
  async bookingsOf(personId: string, role: 'learner' | 'expert'): Promise<BookingView[]> {
    const now = this.clock.now();
    const bookings = await this.bookingStore.ofPerson(personId, role, now);
    return nextFirst(bookings, now).map((booking) => bookingViewOf(booking, now));
  }

  // --- calendars and reminders

  /** Whose bookings are read at a secret address; null when it was never given out, or revoked. */
  personOfFeed(token: string): Promise<string | null> {
    return this.feeds.personBehind(token);
  }

  /** Minutes before the start at which a person wants to be reminded. */
  remindersOf(personId: string): Promise<readonly number[]> {
    return this.reminders.of(personId);
  }

  // --- free now

  /** Every id is answered. */
  presenceOf(expertIds: readonly string[]): Promise<ReadonlyMap<string, PresenceView>> {
    return this.presences.of(expertIds);
  }

  ownPresence(expertId: string): Promise<OwnPresenceView> {
    return this.presences.own(expertId);
  }

  /** Whether a program accepts for this expert, so that no person comes into the room for them. */
  answersByItself(expertId: string): Promise<boolean> {
    return this.presences.answersByItself(expertId);
  }

  /** Everybody who is free now or busy; for whoever starts to follow `scheduling.presence.changed`. */
  presentExperts(): Promise<ReadonlyMap<string, PresenceState>> {
    return this.presences.present();
  }

  /** @param options.answersByItself a program accepts for this expert: needs no open page, and a missed ring does not end it */
  setFree(
    expertId: string,
    isFree: boolean,
    options?: { readonly answersByItself?: boolean },
  ): Promise<OwnPresenceView> {
    return this.presences.setFree(expertId, isFree, options);
  }

  /** The person has a page open. Every fifteen seconds. */
  heartbeat(expertId: string): Promise<void> {
    return this.presences.heartbeat(expertId);
  }

  /** The expert answered a push: for some hours a ring by push alone keeps them free. */
  pushAnswered(expertId: string): Promise<void> {
    return this.presences.pushAnswered(expertId);
  }

  /** No browser of the expert is reached any more. */
  pushLost(expertId: string): Promise<void> {
    return this.presences.pushLost(expertId);
  }

  // --- help now

  /**
   * One open request per learner; the same key again gives the same request. Nobody is rung before `paymentAuthorised`.
   *
   * @throws InvalidInputError, OwnListingError, LearnerBusyError, HelpRequestOpenError, KeyReusedError
   */
  openHelpRequest(asked: HelpAsked): Promise<HelpRequestView> {
    return this.helpRequests.open(asked);
  }

  /** Rings the first candidate. @param paymentId null when the help is free @throws WrongStateError when it was withdrawn or failed meanwhile; NotFoundError */
  paymentAuthorised(id: string, paymentId: string | null): Promise<void> {
    return this.helpRequests.authorised(id, paymentId);
  }

  /** @param code why, for the learner @throws WrongStateError once it rings; NotFoundError */
  paymentFailed(id: string, code: string): Promise<void> {
    return this.helpRequests.failed(id, code);
  }

  /** Goes on with the next candidate, where nobody is being rung. Happens by itself; again does nothing. @throws NotFoundError */
  ringNext(id: string): Promise<void> {
    return this.ringing.ringNext(id);
  }

  /** Again gives the same answer. @throws RingOverError, NotFoundError when it rings for somebody else */
  accept(
    ringId: string,
    expertId: string,
  ): Promise<{ readonly helpRequestId: string; readonly appointmentId: string }> {
    return this.ringing.accept(ringId, expertId);
  }

  /** Again does nothing. @throws RingOverError, NotFoundError when it rings for somebody else */
  decline(ringId: string, expertId: string): Promise<void> {
    return this.ringing.decline(ringId, expertId);
  }

  /** Again does nothing. @throws WrongStateError once accepted or unanswered; NotFoundError when it is somebody else's */
  withdraw(id: string, learnerId: string): Promise<void> {
    return this.helpRequests.withdraw(id, learnerId);
  }

  /** @throws NotFoundError when it is somebody else's */
  helpRequest(id: string, personId: string): Promise<HelpRequestView> {
    return this.helpRequests.view(id, personId);
  }

  /** What the learner is waiting for, if anything. */
  openHelpRequestOf(learnerId: string): Promise<HelpRequestView | null> {
    return this.helpRequests.openOf(learnerId);
  }

  /** What rings for the expert now, if anything. */
  async ringFor(expertId: string): Promise<RingView | null> {
    const ring = await this.ringStore.rungFor(expertId);
    return ring ? ringViewOf(ring, await this.helpRequestStore.byId(ring.helpRequestId)) : null;
  }

  /** In any state. @throws NotFoundError when it rang for somebody else */
  async ring(ringId: string, expertId: string): Promise<RingView> {
    const ring = await this.ringing.ringOf(ringId, expertId);
    return ringViewOf(ring, await this.helpRequestStore.byId(ring.helpRequestId));
  }

  /** How often those who were shown as free did not answer, in the last thirty days; worst first. */
  ghostRates(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly items: GhostRateView[]; readonly total: number }> {
    return this.ghosts.list(page);
  }

  /** null for somebody who was not rung in that time */
  ghostRateOf(expertId: string): Promise<GhostRateView | null> {
    return this.ghosts.of(expertId);
  }

  // --- waiting for an expert who is busy

  /** Again gives the same place. @throws OwnListingError, ExpertFreeError, LineFullError */
  waitInLine(asked: {
    readonly expertId: string;
    readonly learnerId: string;
    readonly listingId: string;
  }): Promise<WaitingPlaceView> {
    return this.line.join(asked);
  }

  /** @throws NotFoundError also when it is somebody else's */
  waitingPlace(id: string, learnerId: string): Promise<WaitingPlaceView> {
    return this.line.view(id, learnerId);
  }

  waitingPlacesOf(learnerId: string): Promise<WaitingPlaceView[]> {
    return this.line.openOf(learnerId);
  }

  /** Again does nothing. @throws NotFoundError also when it is somebody else's */
  leaveLine(id: string, learnerId: string): Promise<void> {
    return this.line.leave(id, learnerId);
  }

  /** Whom a request may ask, in their order. @throws NotFoundError when it is somebody else's */
  candidatesOf(
    helpRequestId: string,
    learnerId: string,
  ): Promise<readonly Pick<Candidate, 'expertId' | 'listingId'>[]> {
    return this.helpRequests.candidatesOf(helpRequestId, learnerId);
  }

  // --- the time that is taken

  /** Of a booking, or of a help request once it was accepted. @throws NotFoundError */
  appointment(id: string): Promise<AppointmentView> {
    return this.appointments.view(id);
  }

  /** Gives back what is left of the time. Again does nothing. @throws NotFoundError */
  endAppointment(id: string): Promise<void> {
    return this.appointments.end(id);
  }

  /**
   * Lets the call last longer, both having agreed, or as long as before; again changes nothing.
   *
   * @param ceilingMinutes how long it may last in all
   * @throws NoTimeLeftError, WrongStateError, NotFoundError
   */
  appointmentLasts(id: string, ceilingMinutes: number): Promise<AppointmentView> {
    return this.appointments.lastFor(id, ceilingMinutes);
  }

  /** Which of these lengths in all nobody else's time stands against. @throws NotFoundError */
  possibleLengths(id: string, ceilingMinutes: readonly number[]): Promise<number[]> {
    return this.appointments.possibleLengths(id, ceilingMinutes);
  }
}
