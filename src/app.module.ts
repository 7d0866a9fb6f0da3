import { type DynamicModule, Module } from '@nestjs/common';
import { DemoModule } from './demo/demo.module.js';
import { AccountsModule } from './modules/accounts/index.js';
import { BillingModule } from './modules/billing/index.js';
import { CatalogModule } from './modules/catalog/index.js';
import { SchedulingModule } from './modules/scheduling/index.js';
import { SessionsModule } from './modules/sessions/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { ReviewsModule } from './modules/reviews/index.js';
import { TaxModule } from './modules/tax/index.js';
import { VettingModule } from './modules/vetting/index.js';
import { PagesApiModule } from './pages/api/pages-api.module.js';
import { PagesRenderingModule } from './pages/rendering/pages-rendering.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';
import type { Clock } from './platform/clock.js';
import type { AppConfig, Secrets } from './platform/config/config.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { I18nModule } from './platform/i18n/i18n.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RealtimeModule } from './platform/realtime/realtime.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { TimeModule } from './platform/time/time.module.js';
import { WorkflowModule } from './platform/workflow/workflow.module.js';

const PLATFORM = [
  DatabaseModule,
  WorkflowModule,
  HttpModule,
  StorageModule,
  MailModule,
  I18nModule,
  AuditModule,
  HealthModule,
  TimeModule,
];

/** Business areas; each is entered by its face. */
const MODULES = [
  AccountsModule,
  VettingModule,
  CatalogModule,
  SchedulingModule,
  SessionsModule,
  TaxModule,
  BillingModule,
  ReviewsModule,
  NotificationsModule,
];

@Module({})
export class AppModule {
  static with(config: AppConfig, secrets: Secrets, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config, secrets),
        PlatformModule.with(clock),
        OutboxModule.with(secrets),
        RealtimeModule.with(secrets),
        ...PLATFORM,
        ...MODULES,
        PagesApiModule,
        WorkflowsModule,
        PagesRenderingModule,
        ...(config.isDemo ? [DemoModule] : []),
      ],
    };
  }
}
