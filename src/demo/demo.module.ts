import { Module } from '@nestjs/common';
import { SessionsFacade } from '../modules/sessions/index.js';
import { AttendanceReplay } from './seed/attendance-replay.js';
import { AccountsModule } from '../modules/accounts/index.js';
import { BillingModule } from '../modules/billing/index.js';
import { CatalogModule } from '../modules/catalog/index.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import { SchedulingModule } from '../modules/scheduling/index.js';
import { SessionsModule } from '../modules/sessions/index.js';
import { VettingModule } from '../modules/vetting/index.js';
import { DemoExperts } from './demo-experts.js';
import { DemoSeed } from './seed-demo.js';
import { QuickCommits } from './seed/quick-commits.js';
import { SeedApplications } from './seed/seed-applications.js';
import { SeedCategories } from './seed/seed-categories.js';
import { SeedExperts } from './seed/seed-experts.js';
import { SeedListings } from './seed/seed-listings.js';
import { SeedPeople } from './seed/seed-people.js';
import { SeedSessions } from './seed/seed-sessions.js';
import { Travel } from './seed/travel.js';
import { DemoLinks } from './sign-in-links.js';

/** Invented people and what they do; only part of the program when the configuration says it is a demo. */
@Module({
  imports: [
    AccountsModule,
    VettingModule,
    CatalogModule,
    SchedulingModule,
    SessionsModule,
    BillingModule,
    ReviewsModule,
    // Named although it is global: Nest then initialises it before the seed, which needs its handlers.
  ],
  providers: [
    QuickCommits,
    Travel,
    SeedCategories,
    SeedPeople,
    SeedApplications,
    SeedListings,
    SeedExperts,
    SeedSessions,
    DemoSeed,
    DemoExperts,
    DemoLinks,
    { provide: AttendanceReplay, useExisting: SessionsFacade },
  ],
  exports: [DemoSeed, DemoLinks],
})
export class DemoModule {}
