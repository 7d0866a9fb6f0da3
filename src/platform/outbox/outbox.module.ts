import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Secrets } from '../config/config.js';
import { BullBell, WAKE_QUEUE } from './bull-bell.js';
import { BullListener } from './bull-listener.js';
import { DeadLetters } from './dead-letters.js';
import { HandlerRegistry } from './handler-registry.js';
import { LocalBell } from './local-bell.js';
import { HandledEventRecord, OutboxRecord } from './outbox.record.js';
import { OutboxSweep } from './outbox-sweep.js';
import { Outbox } from './outbox.js';
import { RelayBell } from './relay-bell.js';
import { OutboxRelay } from './relay.js';

@Module({})
export class OutboxModule {
  static with({ redisUrl }: Secrets): DynamicModule {
    return {
      module: OutboxModule,
      global: true,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forFeature([OutboxRecord, HandledEventRecord]),
        ...(redisUrl === null
          ? []
          : [BullModule.registerQueue({ name: WAKE_QUEUE, url: redisUrl, prefix: 'visavis' })]),
      ],
      providers: [
        ...(redisUrl === null
          ? [{ provide: RelayBell, useClass: LocalBell }]
          : [{ provide: RelayBell, useClass: BullBell }, BullListener]),
        Outbox,
        HandlerRegistry,
        OutboxRelay,
        DeadLetters,
        OutboxSweep,
      ],
      exports: [Outbox, OutboxRelay, DeadLetters],
    };
  }
}
