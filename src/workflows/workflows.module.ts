import { Module } from '@nestjs/common';
import { BillingModule } from '../modules/billing/index.js';
import { CatalogModule } from '../modules/catalog/index.js';
import { NotificationsModule } from '../modules/notifications/index.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import { SchedulingModule } from '../modules/scheduling/index.js';
import { SessionsModule } from '../modules/sessions/index.js';
import { TaxModule } from '../modules/tax/index.js';
import { VettingModule } from '../modules/vetting/index.js';
import { PagesApiModule } from '../pages/api/pages-api.module.js';
import { BookSession } from './book-session/book-session.js';
import { BookSessionReactions } from './book-session/book-session.reactions.js';
import { BookingInvitations } from './book-session/booking-invitations.js';
import { BookingReader } from './book-session/booking-reader.js';
import { BookingsController } from './book-session/bookings.controller.js';
import { CalendarFeedController } from './calendar-feed/calendar-feed.controller.js';
import { CancelBookingController } from './cancel-booking/cancel-booking.controller.js';
import { CancelBooking } from './cancel-booking/cancel-booking.js';
import { ChargeLateCancellation } from './cancel-booking/charge-late-cancellation.js';
import { ClaimGuarantee } from './claim-guarantee/claim-guarantee.js';
import { ClaimsController } from './claim-guarantee/claims.controller.js';
import { ExtendSessionController } from './extend-session/extend-session.controller.js';
import { ExtendSession } from './extend-session/extend-session.js';
import { ExtensionOffers } from './extend-session/extension-offers.js';
import { ExtensionReader } from './extend-session/extension-reader.js';
import { AskEveryoneController } from './help-now/ask-everyone.controller.js';
import { AskEveryone } from './help-now/ask-everyone.js';
import { AttemptMarks } from './help-now/attempt-marks.js';
import { CallWhoWaits } from './help-now/call-who-waits.js';
import { Candidates } from './help-now/candidates.js';
import { HelpNowController } from './help-now/help-now.controller.js';
import { HelpNow } from './help-now/help-now.js';
import { HelpNowReactions } from './help-now/help-now.reactions.js';
import { HelpRequestReader } from './help-now/help-request-reader.js';
import { PushAnswersController } from './help-now/push-answers.controller.js';
import { PushAnswers } from './help-now/push-answers.js';
import { RingPushes } from './help-now/ring-pushes.js';
import { RingReader } from './help-now/ring-reader.js';
import { WaitingLineController } from './help-now/waiting-line.controller.js';
import { StudioTodayController } from './help-now/studio-today.controller.js';
import { KeepRecordings } from './keep-recordings/keep-recordings.js';
import { KeptRecordingsController } from './keep-recordings/kept-recordings.controller.js';
import { RecordingTermsOfSession } from './keep-recordings/recording-terms.js';
import { KeepSearchFresh } from './keep-search-fresh/keep-search-fresh.js';
import { KeepSlotsFresh } from './keep-search-fresh/keep-slots-fresh.js';
import { LeaveAndBlockController } from './leave-and-block/leave-and-block.controller.js';
import { OnboardExpertController } from './onboard-expert/onboard-expert.controller.js';
import { OnboardExpert } from './onboard-expert/onboard-expert.js';
import { StudioListingsController } from './onboard-expert/studio-listings.controller.js';
import { PayoutAccountController } from './pay-out/payout-account.controller.js';
import { TellOfPayouts } from './pay-out/tell-of-payouts.js';
import { RescheduleBookingController } from './reschedule-booking/reschedule-booking.controller.js';
import { ReviewsController } from './settle-session/reviews.controller.js';
import { SettleSession } from './settle-session/settle-session.js';

/** What touches two modules: journeys with their controllers, and reactions that would turn an import round. */
@Module({
  imports: [
    BillingModule,
    CatalogModule,
    NotificationsModule,
    ReviewsModule,
    SchedulingModule,
    SessionsModule,
    TaxModule,
    VettingModule,
    PagesApiModule,
  ],
  controllers: [
    AskEveryoneController,
    BookingsController,
    CalendarFeedController,
    CancelBookingController,
    ClaimsController,
    ExtendSessionController,
    HelpNowController,
    KeptRecordingsController,
    LeaveAndBlockController,
    OnboardExpertController,
    PushAnswersController,
    PayoutAccountController,
    RescheduleBookingController,
    ReviewsController,
    StudioListingsController,
    StudioTodayController,
    WaitingLineController,
  ],
  providers: [
    CallWhoWaits,
    AskEveryone,
    Candidates,
    AttemptMarks,
    BookSession,
    BookSessionReactions,
    BookingInvitations,
    BookingReader,
    CancelBooking,
    ChargeLateCancellation,
    ClaimGuarantee,
    ExtendSession,
    ExtensionOffers,
    ExtensionReader,
    HelpNow,
    HelpNowReactions,
    HelpRequestReader,
    KeepRecordings,
    KeepSearchFresh,
    KeepSlotsFresh,
    OnboardExpert,
    PushAnswers,
    RecordingTermsOfSession,
    RingPushes,
    RingReader,
    SettleSession,
    TellOfPayouts,
  ],
})
export class WorkflowsModule {}
