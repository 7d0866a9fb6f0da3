import fc from 'fast-check';
import {
  advance,
  mayBecome,
  mustBeReleased,
  NEXT_STATES,
  type PaymentStanding,
  type PaymentState,
  type ProviderStanding,
} from './payment.js';

const CREATED: PaymentStanding = {
  state: 'created',
  capturedMinor: 0n,
  refundedMinor: 0n,
  failure: null,
};
const seen = (
  state: ProviderStanding['state'],
  capturedMinor = 0n,
  refundedMinor = 0n,
): ProviderStanding => ({ state, capturedMinor, refundedMinor, failure: null });

/** Lives of a payment as the provider goes through them. */
const LIVES: readonly ProviderStanding[][] = [
  [
    seen('held'),
    seen('captured', 900n),
    seen('captured', 900n, 100n),
    seen('captured', 900n, 900n),
  ],
  [seen('needs_authentication'), seen('held'), seen('captured', 900n)],
  [seen('needs_authentication'), seen('failed')],
  [seen('held'), seen('released')],
  [seen('held'), seen('expired')],
  [seen('held'), seen('failed')],
];

describe('the graph of payment states', () => {
  const states = Object.keys(NEXT_STATES) as PaymentState[];

  it('reaches every state from the first', () => {
    const reached = new Set<PaymentState>(['created']);
    for (const state of reached) NEXT_STATES[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('leads back nowhere', () => {
    const follows = (state: PaymentState): Set<PaymentState> => {
      const found = new Set<PaymentState>(NEXT_STATES[state]);
      for (const next of found) NEXT_STATES[next].forEach((after) => found.add(after));
      return found;
    };
    for (const state of states.filter((one) => one !== 'partially_refunded'))
      expect(follows(state).has(state)).toBe(false);
  });
});

describe('advance', () => {
  it('ends where the provider ends, whatever was seen late, twice or in another order before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIVES).chain((life) =>
          fc.record({
            life: fc.constant(life),
            // Steps become known one after the other; between them any earlier sight may come again.
            sights: fc.array(fc.tuple(fc.nat(life.length - 1), fc.nat()), { maxLength: 12 }),
          }),
        ),
        ({ life, sights }) => {
          let known = CREATED;
          const look = (sight: ProviderStanding | undefined): void => {
            if (sight) known = advance(known, sight) ?? known;
          };
          life.forEach((step, reached) => {
            look(step);
            for (const [at, pick] of sights) if (at === reached) look(life[pick % (reached + 1)]);
          });
          const last = life.at(-1);
          expect(advance(known, last ?? seen('held'))).toBeNull();
          expect(known.capturedMinor).toBe(last?.capturedMinor);
          expect(known.refundedMinor).toBe(last?.refundedMinor);
        },
      ),
    );
  });

  it('counts refunds up only', () => {
    const refunded = advance(
      { ...CREATED, state: 'captured', capturedMinor: 900n },
      seen('captured', 900n, 300n),
    );
    expect(refunded).toMatchObject({ state: 'partially_refunded', refundedMinor: 300n });
    if (!refunded) throw new Error('not refunded');
    expect(advance(refunded, seen('captured', 900n, 200n))).toBeNull();
    expect(advance(refunded, seen('captured', 900n, 900n))).toMatchObject({ state: 'refunded' });
  });

  it('refuses every step that the graph does not have', () => {
    expect(mayBecome('voided', 'captured')).toBe(false);
    expect(advance({ ...CREATED, state: 'voided' }, seen('captured', 900n))).toBeNull();
  });
});

describe('mustBeReleased', () => {
  it('is so only when we gave up what the provider still holds', () => {
    expect(mustBeReleased('failed', seen('held'))).toBe(true);
    expect(mustBeReleased('voided', seen('needs_authentication'))).toBe(true);
    expect(mustBeReleased('authorised', seen('held'))).toBe(false);
    expect(mustBeReleased('voided', seen('released'))).toBe(false);
  });
});
