import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HandlerRegistry } from './handler-registry.js';
import { HandledEventRecord, OutboxRecord } from './outbox.record.js';
import { Outbox } from './outbox.js';
import { RelayBell } from './relay-bell.js';
import { OutboxRelay } from './relay.js';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxRecord, HandledEventRecord])],
  providers: [RelayBell, Outbox, HandlerRegistry, OutboxRelay],
  exports: [Outbox, OutboxRelay],
})
export class OutboxModule {}
