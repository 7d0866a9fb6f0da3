import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Announcer } from './application/announcer.js';
import { Appointments } from './application/appointments.js';
import { Availabilities } from './application/availabilities.js';
import { BookingNotices } from './application/booking-notices.js';
import { Bookings } from './application/bookings.js';
import { HelpRequests } from './application/help-requests.js';
import { HoldSlot } from './application/hold-slot.js';
import { OpenSlots } from './application/open-slots.js';
import { PresenceWatch } from './application/presence-watch.js';
import { Presence } from './application/presence.js';
import { Ringing } from './application/ringing.js';
import { PresenceGateway } from './http/presence.gateway.js';
import { SchedulingStudioController } from './http/studio.controller.js';
import { AppointmentRecord, ClaimRecord } from './persistence/appointment.record.js';
import { AppointmentRepository } from './persistence/appointment.repository.js';
import { AvailabilityRecord } from './persistence/availability.record.js';
import { AvailabilityRepository } from './persistence/availability.repository.js';
import { BookingRecord } from './persistence/booking.record.js';
import { BookingRepository } from './persistence/booking.repository.js';
import { ClaimRepository } from './persistence/claim.repository.js';
import { HelpRequestRecord, RingRecord } from './persistence/help-request.record.js';
import { HelpRequestRepository } from './persistence/help-request.repository.js';
import { PresenceRecord } from './persistence/presence.record.js';
import { PresenceRepository } from './persistence/presence.repository.js';
import { RingRepository } from './persistence/ring.repository.js';
import { SchedulingFacade } from './scheduling.facade.js';

const RECORDS = [
  AvailabilityRecord,
  AppointmentRecord,
  ClaimRecord,
  BookingRecord,
  PresenceRecord,
  HelpRequestRecord,
  RingRecord,
];

const REPOSITORIES = [
  AvailabilityRepository,
  AppointmentRepository,
  ClaimRepository,
  BookingRepository,
  PresenceRepository,
  HelpRequestRepository,
  RingRepository,
];

const USE_CASES = [
  Announcer,
  Availabilities,
  OpenSlots,
  Appointments,
  HoldSlot,
  Bookings,
  BookingNotices,
  Presence,
  PresenceWatch,
  HelpRequests,
  Ringing,
];

@Module({
  imports: [TypeOrmModule.forFeature(RECORDS)],
  controllers: [SchedulingStudioController],
  providers: [...REPOSITORIES, ...USE_CASES, PresenceGateway, SchedulingFacade],
  exports: [SchedulingFacade],
})
export class SchedulingModule {}
