/** How far a payment is. */
export type PaymentState =
  | 'created'
  | 'authentication_needed'
  | 'authorised'
  | 'captured'
  | 'partially_refunded'
  | 'refunded'
  | 'voided'
  | 'expired'
  | 'failed';

/** Every step leads on, none back: whoever looked at the provider too early cannot undo what came after. */
export const NEXT_STATES = {
  created: ['authentication_needed', 'authorised', 'failed', 'voided', 'expired'],
  authentication_needed: ['authorised', 'failed', 'voided', 'expired'],
  authorised: ['captured', 'voided', 'expired', 'failed'],
  captured: ['partially_refunded', 'refunded'],
  partially_refunded: ['partially_refunded', 'refunded'],
  refunded: [],
  voided: [],
  expired: [],
  failed: [],
} as const satisfies Record<PaymentState, readonly PaymentState[]>;

/** What a provider says of one payment, whatever its own words are. */
export interface ProviderStanding {
  readonly state: 'needs_authentication' | 'held' | 'captured' | 'released' | 'expired' | 'failed';
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  /** Stable code of the provider, e.g. `card_declined`. */
  readonly failure: string | null;
}

export interface PaymentStanding {
  readonly state: PaymentState;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly failure: string | null;
}

export function mayBecome(from: PaymentState, to: PaymentState): boolean {
  return (NEXT_STATES[from] as readonly PaymentState[]).includes(to);
}

/** Nothing more will come of it by itself: the provider need not be asked any more. */
export function isSettledWithProvider(state: PaymentState): boolean {
  return state !== 'created' && state !== 'authentication_needed' && state !== 'authorised';
}

/** Whether the learner's money may be held without our knowing or wanting it: the provider holds what we gave up. */
export function mustBeReleased(known: PaymentState, seen: ProviderStanding): boolean {
  const isGivenUp = known === 'voided' || known === 'failed' || known === 'expired';
  return isGivenUp && (seen.state === 'held' || seen.state === 'needs_authentication');
}

/**
 * What becomes of a payment after the provider was looked at.
 *
 * @returns null when nothing is new, or when what was seen is older than what is known
 */
export function advance(known: PaymentStanding, seen: ProviderStanding): PaymentStanding | null {
  const state = stateOf(seen);
  if (!mayBecome(known.state, state)) return null;
  if (state === known.state && seen.refundedMinor <= known.refundedMinor) return null;
  if (seen.refundedMinor < known.refundedMinor) return null;
  return {
    state,
    capturedMinor: seen.capturedMinor,
    refundedMinor: seen.refundedMinor,
    failure: seen.failure,
  };
}

function stateOf({ state, capturedMinor, refundedMinor }: ProviderStanding): PaymentState {
  switch (state) {
    case 'needs_authentication':
      return 'authentication_needed';
    case 'held':
      return 'authorised';
    case 'released':
      return 'voided';
    case 'expired':
    case 'failed':
      return state;
    case 'captured':
      if (refundedMinor === 0n) return 'captured';
      return refundedMinor < capturedMinor ? 'partially_refunded' : 'refunded';
  }
}
