import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AppConfig, Secrets } from './config.js';

/** Makes the checked configuration injectable; it is loaded before Nest starts, so that its problems are told plainly. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: AppConfig, secrets: Secrets): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Secrets, useValue: secrets },
      ],
      exports: [AppConfig, Secrets],
    };
  }
}
