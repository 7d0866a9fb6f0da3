import { type DynamicModule, Module } from '@nestjs/common';
import type { Secrets } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { CopyLink } from './copy-link.js';
import { Realtime } from './realtime.js';

@Module({})
export class RealtimeModule {
  static with({ redisUrl }: Secrets): DynamicModule {
    return {
      module: RealtimeModule,
      global: true,
      providers: [
        Realtime,
        {
          provide: CopyLink,
          inject: [Logger],
          useFactory: (logger: Logger) =>
            redisUrl === null ? null : new CopyLink(redisUrl, logger),
        },
      ],
      exports: [Realtime, CopyLink],
    };
  }
}
