import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { AppConfig } from './config/config.js';
import { ClockedIds, Ids } from './ids.js';
import { Logger } from './logging/logger.js';

/** Clock, ids and log: what every other part needs and nothing else depends on. */
@Global()
@Module({})
export class PlatformModule {
  static with(clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Ids, useValue: new ClockedIds(clock) },
        {
          provide: Logger,
          inject: [AppConfig],
          useFactory: (config: AppConfig) => Logger.create(config.logLevel),
        },
      ],
      exports: [Clock, Ids, Logger],
    };
  }
}
