import type { DomainEvent } from '../../../shared/domain-event.js';
import type { ExtensionState } from './extension.js';
import type { EndReason } from './session-state.js';

interface SessionFacts {
  readonly sessionId: string;
  readonly learnerId: string;
  readonly expertId: string;
}

/** Both were there for the first time. */
export type SessionBegan = DomainEvent<'sessions.session.began', SessionFacts>;
export type SessionEnded = DomainEvent<
  'sessions.session.ended',
  SessionFacts & { readonly reason: EndReason; readonly billedSeconds: number }
>;
/** More time was proposed and nothing came of it: what was taken or held for it goes back. */
export type ExtensionClosed = DomainEvent<
  'sessions.extension.closed',
  { readonly extensionId: string; readonly sessionId: string; readonly state: ExtensionState }
>;
