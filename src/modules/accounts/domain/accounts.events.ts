import type { DomainEvent } from '../../../shared/domain-event.js';

export type AccountSignedUp = DomainEvent<
  'accounts.account.signed-up',
  { readonly accountId: string }
>;
export type AccountVerified = DomainEvent<
  'accounts.account.verified',
  { readonly accountId: string }
>;
/** Name, country, language, zone or roles are different now. */
export type AccountChanged = DomainEvent<
  'accounts.account.changed',
  { readonly accountId: string }
>;
