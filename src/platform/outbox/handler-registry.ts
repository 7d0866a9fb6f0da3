import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { DomainEvent } from '../../shared/domain-event.js';
import { EVENT_HANDLER, type EventHandlerMetadata, JOB_HANDLER } from './handlers.js';

type Handle = (message: never) => Promise<void>;
export type EventHandler = {
  readonly name: string;
  readonly handle: (event: DomainEvent) => Promise<void>;
};
export type JobHandler = (payload: object) => Promise<void>;

/** Finds every method marked with `@OnEvent` or `@OnJob` when the program starts. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  private readonly events = new Map<string, EventHandler[]>();
  private readonly jobs = new Map<string, JobHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const instances = this.discovery
      .getProviders()
      .map((wrapper): unknown => wrapper.instance)
      .filter((instance) => instance !== null && typeof instance === 'object');
    // One that is known under two tokens, a port and its class, handles once.
    for (const instance of new Set(instances)) this.register(instance);
  }

  ofEvent(name: string): readonly EventHandler[] {
    return this.events.get(name) ?? [];
  }

  ofJob(name: string): JobHandler | undefined {
    return this.jobs.get(name);
  }

  private register(provider: object): void {
    const prototype = Object.getPrototypeOf(provider) as object | null;
    if (prototype === null) return;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const candidate = (provider as Record<string, unknown>)[method];
      if (typeof candidate !== 'function') continue;
      this.registerMethod(candidate.bind(provider) as Handle, candidate as () => unknown);
    }
  }

  private registerMethod(handle: Handle, marked: () => unknown): void {
    const event = this.reflector.get<EventHandlerMetadata | undefined>(EVENT_HANDLER, marked);
    if (event) this.registerEvent(event, handle as (event: DomainEvent) => Promise<void>);
    const job = this.reflector.get<string | undefined>(JOB_HANDLER, marked);
    if (job !== undefined) this.registerJob(job, handle as JobHandler);
  }

  private registerEvent(
    { eventName, handler }: EventHandlerMetadata,
    handle: EventHandler['handle'],
  ): void {
    const handlers = this.events.get(eventName) ?? [];
    if (handlers.some((known) => known.name === handler))
      throw new Error(`two handlers are called ${handler}`);
    this.events.set(eventName, [...handlers, { name: handler, handle }]);
  }

  private registerJob(name: string, handle: JobHandler): void {
    if (this.jobs.has(name)) throw new Error(`two handlers do the job ${name}`);
    this.jobs.set(name, handle);
  }
}
