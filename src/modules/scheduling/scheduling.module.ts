import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { Announcer } from './application/announcer.js';
import { Appointments } from './application/appointments.js';
import { Availabilities } from './application/availabilities.js';
import { BookingNotices } from './application/booking-notices.js';
import { Bookings } from './application/bookings.js';
import { CalendarFeeds } from './application/calendar-feeds.js';
import { Calendars } from './application/calendars.js';
import { ConflictChecks } from './application/conflict-checks.js';
import { FollowZoneTable } from './application/follow-zone-table.js';
import { GhostRates } from './application/ghost-rates.js';
import { HelpRequests } from './application/help-requests.js';
import { HoldSlot } from './application/hold-slot.js';
import { ListingHours } from './application/listing-hours.js';
import { MoveBooking } from './application/move-booking.js';
import { NextSlots } from './application/next-slots.js';
import { OpenSlots } from './application/open-slots.js';
import { PresenceWatch } from './application/presence-watch.js';
import { Presence } from './application/presence.js';
import { ReminderChoices } from './application/reminder-choices.js';
import { RescheduleBooking } from './application/reschedule-booking.js';
import { Ringing } from './application/ringing.js';
import { WaitingLine } from './application/waiting-line.js';
import { CalendarsController, OwnCalendarController } from './http/calendars.controller.js';
import { PresenceGateway } from './http/presence.gateway.js';
import { SchedulingStudioController } from './http/studio.controller.js';
import { CalendarFetcher } from './integrations/calendar-fetcher.js';
import { CalendarReader } from './integrations/calendar-reader.js';
import { AppointmentRecord, ClaimRecord } from './persistence/appointment.record.js';
import { AppointmentRepository } from './persistence/appointment.repository.js';
import { AvailabilityRecord } from './persistence/availability.record.js';
import { AvailabilityRepository } from './persistence/availability.repository.js';
import { BookingMoveRecord, BookingMoveRepository } from './persistence/booking-move.repository.js';
import { BookingRecord } from './persistence/booking.record.js';
import { BookingRepository } from './persistence/booking.repository.js';
import { BusyTimeRepository } from './persistence/busy-time.repository.js';
import {
  BusyTimeRecord,
  CalendarRecord,
  FeedRecord,
  ReminderChoiceRecord,
} from './persistence/calendar.records.js';
import { CalendarRepository } from './persistence/calendar.repository.js';
import { ClaimRepository } from './persistence/claim.repository.js';
import { FeedRepository } from './persistence/feed.repository.js';
import { HelpRequestRecord, RingRecord } from './persistence/help-request.record.js';
import { HelpRequestRepository } from './persistence/help-request.repository.js';
import { ListingRulesRecord } from './persistence/listing-rules.record.js';
import { ListingRulesRepository } from './persistence/listing-rules.repository.js';
import { PresenceRecord } from './persistence/presence.record.js';
import { PresenceRepository } from './persistence/presence.repository.js';
import { RingRepository } from './persistence/ring.repository.js';
import { WaitingPlaceRecord } from './persistence/waiting-place.record.js';
import { WaitingPlaceRepository } from './persistence/waiting-place.repository.js';
import { SchedulingFacade } from './scheduling.facade.js';

const RECORDS = [
  AvailabilityRecord,
  AppointmentRecord,
  ClaimRecord,
  BookingRecord,
  BookingMoveRecord,
  ListingRulesRecord,
  CalendarRecord,
  BusyTimeRecord,
  FeedRecord,
  ReminderChoiceRecord,
  PresenceRecord,
  HelpRequestRecord,
  RingRecord,
  WaitingPlaceRecord,
];

const REPOSITORIES = [
  AvailabilityRepository,
  AppointmentRepository,
  ClaimRepository,
  BookingRepository,
  BookingMoveRepository,
  ListingRulesRepository,
  CalendarRepository,
  BusyTimeRepository,
  FeedRepository,
  PresenceRepository,
  HelpRequestRepository,
  RingRepository,
  WaitingPlaceRepository,
];

const USE_CASES = [
  Announcer,
  Availabilities,
  OpenSlots,
  NextSlots,
  Appointments,
  HoldSlot,
  Bookings,
  BookingNotices,
  ListingHours,
  MoveBooking,
  RescheduleBooking,
  FollowZoneTable,
  CalendarFetcher,
  CalendarReader,
  Calendars,
  ConflictChecks,
  CalendarFeeds,
  ReminderChoices,
  Presence,
  PresenceWatch,
  HelpRequests,
  Ringing,
  GhostRates,
  WaitingLine,
];

@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), CatalogModule],
  controllers: [SchedulingStudioController, CalendarsController, OwnCalendarController],
  providers: [...REPOSITORIES, ...USE_CASES, PresenceGateway, SchedulingFacade],
  exports: [SchedulingFacade],
})
export class SchedulingModule {}
