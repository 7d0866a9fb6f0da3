import type { DomainEvent } from '../../../shared/domain-event.js';

interface ApplicationFacts {
  readonly applicationId: string;
  readonly accountId: string;
  readonly categoryId: string;
}

export type ApplicationSubmitted = DomainEvent<'vetting.application.submitted', ApplicationFacts>;
export type ApplicationApproved = DomainEvent<'vetting.application.approved', ApplicationFacts>;
export type ApplicationSentBack = DomainEvent<
  'vetting.application.sent-back',
  ApplicationFacts & { readonly reasons: string }
>;
export type ApplicationRefused = DomainEvent<
  'vetting.application.refused',
  ApplicationFacts & { readonly reasons: string }
>;
