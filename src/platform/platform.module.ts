import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { AppConfig } from './config/config.js';
import { ClockedIds, Ids } from './ids.js';
import { Logger } from './logging/logger.js';

/** Clock, ids and log: what every other part needs and nothing else depends on. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Ids, inject: [Clock], useFactory: (clock: Clock) => new ClockedIds(clock) },
    {
      provide: Logger,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => Logger.create(config.logLevel),
    },
  ],
  exports: [Clock, Ids, Logger],
})
export class PlatformModule {}
