import type { INestApplicationContext, Type } from '@nestjs/common';
import { AccountsFacade } from '../src/modules/accounts/index.js';
import { BillingFacade } from '../src/modules/billing/index.js';
import { CatalogFacade } from '../src/modules/catalog/index.js';
import { SchedulingFacade } from '../src/modules/scheduling/index.js';
import { VettingFacade } from '../src/modules/vetting/index.js';
import { Audit } from '../src/platform/audit/audit.js';
import { Clock } from '../src/platform/clock.js';
import { AppConfig } from '../src/platform/config/config.js';
import { Health } from '../src/platform/health/health.js';
import { Translator } from '../src/platform/i18n/translator.js';
import { Logger } from '../src/platform/logging/logger.js';
import { Mailbox } from '../src/platform/mail/mailbox.js';
import { DeadLetters } from '../src/platform/outbox/dead-letters.js';
import { Uploads } from '../src/platform/storage/uploads.js';

/** The part of Nest's application that the console uses. */
export type ProgramContext = Pick<INestApplicationContext, 'get'>;

/** Everything the console may ask, looked up once. */
export interface Faces {
  readonly accounts: AccountsFacade;
  readonly vetting: VettingFacade;
  readonly catalog: CatalogFacade;
  readonly scheduling: SchedulingFacade;
  readonly mailbox: Mailbox;
  readonly uploads: Uploads;
  readonly audit: Audit;
  readonly billing: BillingFacade;
  readonly deadLetters: DeadLetters;
  readonly health: Health;
  readonly translator: Translator;
  readonly clock: Clock;
  readonly config: AppConfig;
  readonly logger: Logger;
}

export function facesOf(app: ProgramContext): Faces {
  const get = <T>(token: { readonly prototype: T }): T =>
    app.get<T>(token as Type<T>, { strict: false });
  return {
    accounts: get(AccountsFacade),
    vetting: get(VettingFacade),
    catalog: get(CatalogFacade),
    scheduling: get(SchedulingFacade),
    mailbox: get(Mailbox),
    uploads: get(Uploads),
    audit: get(Audit),
    billing: get(BillingFacade),
    deadLetters: get(DeadLetters),
    health: get(Health),
    translator: get(Translator),
    clock: get(Clock),
    config: get(AppConfig),
    logger: get(Logger),
  };
}
