/** What a card of the sandbox does. */
export type CardBehaviour =
  'good' | 'declined' | 'insufficient_funds' | 'authentication' | 'hold_runs_out' | 'capture_fails';

export interface TestCard {
  readonly number: string;
  readonly behaviour: CardBehaviour;
  readonly says: string;
  /** Stands for the card of one person; the others are in everybody's hands, so they say nothing about who pays. */
  readonly isOnePersons?: boolean;
}

/** The only cards that the sandbox knows; any later expiry and any code go with them. */
export const TEST_CARDS = [
  { number: '4242424242424242', behaviour: 'good', says: 'is held and captured' },
  { number: '4000000000000002', behaviour: 'declined', says: 'is declined' },
  { number: '4000000000009995', behaviour: 'insufficient_funds', says: 'has too little on it' },
  { number: '4000002500003155', behaviour: 'authentication', says: 'asks its holder first' },
  {
    number: '4000000000000069',
    behaviour: 'hold_runs_out',
    says: 'is held for ten minutes only',
  },
  {
    number: '4000000000000341',
    behaviour: 'capture_fails',
    says: 'is held, but has nothing when it is captured',
  },
  {
    number: '5555555555554444',
    behaviour: 'good',
    says: 'is held and captured, and belongs to one person',
    isOnePersons: true,
  },
] as const satisfies readonly TestCard[];

/** How the authorisation of a card ends at once; null when it is held. */
export const REFUSAL_OF = {
  good: null,
  authentication: null,
  hold_runs_out: null,
  capture_fails: null,
  declined: 'card_declined',
  insufficient_funds: 'insufficient_funds',
} as const satisfies Record<CardBehaviour, string | null>;

export function testCardOf(digits: string): TestCard | null {
  return TEST_CARDS.find(({ number }) => number === digits) ?? null;
}
