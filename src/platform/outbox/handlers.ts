import { SetMetadata } from '@nestjs/common';

export const EVENT_HANDLER = 'visavis:event-handler';
export const JOB_HANDLER = 'visavis:job-handler';

export interface EventHandlerMetadata {
  readonly eventName: string;
  /** Unique and stable: it is the key under which "has had its effect" is kept. */
  readonly handler: string;
}

/**
 * Marks a method that reacts to an event. It is called outside a transaction, at least once, so its
 * effect must be idempotent on the event's id.
 *
 * @param handler stable name, `effect.on-cause`
 */
export function OnEvent(eventName: string, handler: string): MethodDecorator {
  return SetMetadata(EVENT_HANDLER, { eventName, handler } satisfies EventHandlerMetadata);
}

/** Marks the method that does a job; called at least once, outside a transaction. */
export function OnJob(jobName: string): MethodDecorator {
  return SetMetadata(JOB_HANDLER, jobName);
}
