import type { SessionRole } from './session-role.js';

/** How much may be added at once. */
export const EXTENSION_MINUTES = [15, 30] as const;
export type ExtensionMinutes = (typeof EXTENSION_MINUTES)[number];

/** More time is offered when so little is left: long enough to decide together, short enough to know. */
export const EXTENSION_OFFERED_SECONDS = 300;
/** Until when the other one answers a proposal. */
export const ANSWER_WITHIN_MINUTES = 3;
/** Until when the learner has typed the card in and answered the bank, after both agreed. */
export const PAY_WITHIN_MINUTES = 5;

/** `agreed` when both have tapped; the money is held, or is being held, from then on. */
export const EXTENSION_NEXT = {
  proposed: ['agreed', 'declined', 'refused', 'lapsed'],
  agreed: ['granted', 'declined', 'refused', 'lapsed'],
  granted: [],
  declined: [],
  refused: [],
  lapsed: [],
} as const satisfies Record<string, readonly string[]>;

export type ExtensionState = keyof typeof EXTENSION_NEXT;

/** Nothing more comes of it. */
export function isClosed(state: ExtensionState): boolean {
  return EXTENSION_NEXT[state].length === 0;
}

export function mayBecome(from: ExtensionState, to: ExtensionState): boolean {
  return (EXTENSION_NEXT[from] as readonly ExtensionState[]).includes(to);
}

/**
 * Whether more time may be proposed now: near the ceiling or while saying goodbye, never before both were there.
 *
 * A price by the session is agreed for one thing done, not for its minutes, so it is not lengthened.
 */
export function mayPropose(session: {
  readonly state: string;
  readonly priceModel: 'free' | 'per_session' | 'per_minute';
  readonly remainingSeconds: number;
}): boolean {
  return (
    (session.state === 'live' || session.state === 'interrupted') &&
    session.priceModel !== 'per_session' &&
    session.remainingSeconds <= EXTENSION_OFFERED_SECONDS
  );
}

/** Both tap: whoever did not propose it agrees. */
export function mayAgree(
  extension: { readonly proposedBy: SessionRole },
  role: SessionRole,
): boolean {
  return extension.proposedBy !== role;
}
