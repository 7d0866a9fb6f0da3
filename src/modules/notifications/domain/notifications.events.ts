import type { DomainEvent } from '../../../shared/domain-event.js';

/** A browser of a person can be reached from now on, or no longer. */
export type PushDevicesChanged = DomainEvent<
  'notifications.push-devices.changed',
  { readonly personId: string; readonly deviceCount: number }
>;
