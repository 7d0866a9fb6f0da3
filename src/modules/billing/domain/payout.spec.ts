import fc from 'fast-check';
import { planPayout, type OwedPart, type PayoutQuestion } from './payout.js';

const NOW = 1_000_000;
const ACTIVE = { state: 'active', frozenUntilMs: null } as const;

function part(id: string, amountMinor: bigint, change: Partial<OwedPart> = {}): OwedPart {
  return { id, amountMinor, dueAtMs: NOW - 1, isClaimed: false, ...change };
}

function ask(owed: readonly OwedPart[], change: Partial<PayoutQuestion> = {}): PayoutQuestion {
  return {
    owed,
    nowMs: NOW,
    minimumMinor: 1000n,
    account: ACTIVE,
    isHeldByStaff: false,
    ...change,
  };
}

describe('planPayout', () => {
  it('pays what is due in one sum', () => {
    expect(planPayout(ask([part('a', 700n), part('b', 500n)]))).toEqual({
      kind: 'pay',
      amountMinor: 1200n,
      earningIds: ['a', 'b'],
    });
  });

  it('leaves out what is not due yet and what a learner has claimed', () => {
    const owed = [
      part('a', 2000n),
      part('later', 900n, { dueAtMs: NOW + 1 }),
      part('claimed', 900n, { isClaimed: true }),
    ];
    expect(planPayout(ask(owed))).toEqual({ kind: 'pay', amountMinor: 2000n, earningIds: ['a'] });
  });

  it('takes off what is owed back at once, also before its day', () => {
    const owed = [part('a', 2000n), part('back', -500n, { dueAtMs: NOW + 1 })];
    expect(planPayout(ask(owed))).toMatchObject({ kind: 'pay', amountMinor: 1500n });
  });

  it.each([
    ['nothing is due', ask([part('a', 9000n, { dueAtMs: NOW + 1 })]), 'nothing_due'],
    ['more is owed back than earned', ask([part('a', 100n), part('b', -300n)]), 'negative_balance'],
    ['it is too little', ask([part('a', 999n)]), 'below_minimum'],
    ['staff holds it', ask([part('a', 2000n)], { isHeldByStaff: true }), 'held_by_staff'],
    ['no account is known', ask([part('a', 2000n)], { account: null }), 'no_account'],
    [
      'the account is not complete',
      ask([part('a', 2000n)], { account: { state: 'incomplete', frozenUntilMs: null } }),
      'account_incomplete',
    ],
    [
      'the provider wants something first',
      ask([part('a', 2000n)], { account: { state: 'restricted', frozenUntilMs: null } }),
      'account_restricted',
    ],
    [
      'the details were changed lately',
      ask([part('a', 2000n)], { account: { state: 'active', frozenUntilMs: NOW + 1 } }),
      'details_changed',
    ],
  ])('holds while %s', (_, question, reason) => {
    expect(planPayout(question)).toMatchObject({ kind: 'hold', reason });
  });

  it('never pays below the minimum, what is not due or claimed, or more than what it counts', () => {
    const parts = fc.array(
      fc.record({
        id: fc.uuid(),
        amountMinor: fc.bigInt(-5000n, 5000n),
        dueAtMs: fc.integer({ min: NOW - 5, max: NOW + 5 }),
        isClaimed: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, fc.bigInt(1n, 3000n), (owed, minimumMinor) => {
        const plan = planPayout(ask(owed, { minimumMinor }));
        if (plan.kind === 'hold') return;
        const taken = owed.filter(({ id }) => plan.earningIds.includes(id));
        expect(plan.amountMinor).toBeGreaterThanOrEqual(minimumMinor);
        expect(plan.amountMinor).toBe(taken.reduce((sum, each) => sum + each.amountMinor, 0n));
        for (const each of taken)
          expect(each.amountMinor < 0n || (each.dueAtMs <= NOW && !each.isClaimed)).toBe(true);
        for (const each of owed)
          if (each.amountMinor < 0n) expect(plan.earningIds).toContain(each.id);
      }),
    );
  });
});
