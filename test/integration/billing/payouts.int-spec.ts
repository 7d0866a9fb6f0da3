import { jest } from '@jest/globals';
import { Ledger } from '../../../src/modules/billing/application/ledger.js';
import { PayExperts } from '../../../src/modules/billing/application/pay-experts.js';
import { PayoutGateway } from '../../../src/modules/billing/application/payout-ports.js';
import { ACCOUNT } from '../../../src/modules/billing/domain/accounts-of-ledger.js';
import {
  PaymentProviderRefusedError,
  PaymentProviderUnavailableError,
} from '../../../src/modules/billing/domain/billing.errors.js';
import { PayoutRecord } from '../../../src/modules/billing/persistence/payout.records.js';
import { SandboxTransferRecord } from '../../../src/modules/billing/persistence/sandbox.records.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { OutboxRelay } from '../../../src/platform/outbox/relay.js';
import { InvalidInputError } from '../../../src/shared/domain-error.js';
import { money } from '../../../src/shared/money.js';
import { dieOnce } from '../../support/die-once.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { BillingScene } from './billing-scene.js';

const PAYS = '000123456789';
const NOBODYS = '000111111116';
const RESTRICTED = '000999999991';
/** What is left of 12.34 with 20 % tax, commission and its tax. */
const SHARE = 938n;

describe.each(STORES)('paying experts out on %s', (store) => {
  let test: TestApp;
  let scene: BillingScene;
  let learnerId: string;
  beforeAll(async () => {
    test = await startTestApp({ store, env: { PAYOUT_MINIMUM: '9' } });
    scene = await new BillingScene(test).open('FR');
    await test.get(OutboxRelay).beforeApplicationShutdown();
    learnerId = await scene.person('FR', 'fr', 'Luc Petit');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const soundness = async (): Promise<readonly string[]> =>
    (await scene.billing.verifyLedger()).problems;
  const ownerOf = (expertId: string) => ({ expertId, email: 'o@visavis.example', country: 'FR' });
  const anExpert = async (accountNumber: string | null = PAYS): Promise<string> => {
    const expertId = await scene.expert();
    if (accountNumber !== null)
      await scene.billing.setPayoutDestination(ownerOf(expertId), accountNumber);
    return expertId;
  };
  /** Sessions that were paid for, and whose guarantee has run out. */
  const earn = async (expertId: string, sessions = 1): Promise<string[]> => {
    const saleIds: string[] = [];
    for (let count = 0; count < sessions; count += 1)
      saleIds.push((await scene.billing.settle(await scene.session({ learnerId, expertId }))).id);
    test.clock.advance({ hours: 72 });
    return saleIds;
  };
  const round = async (): Promise<void> => {
    await test.get(PayExperts).round();
    await test.settle();
  };
  const aDayLater = async (): Promise<void> => {
    test.clock.advance({ hours: 24 });
    await test.settle();
  };
  const statesOf = async (expertId: string): Promise<string[]> =>
    (await scene.billing.payoutsOf(expertId)).payouts.map(({ state }) => state);
  const nextOf = async (expertId: string) => (await scene.billing.payoutsOf(expertId)).next[0];
  const balanceOf = async (expertId: string): Promise<bigint> => {
    const [proof] = (await scene.billing.verifyLedger()).currencies;
    return -(proof?.balances.get(ACCOUNT.payable(expertId)) ?? 0n);
  };

  it('pays in one sum what is due, once, and nothing before the guarantee has run out', async () => {
    const expertId = await anExpert();
    await scene.billing.settle(await scene.session({ learnerId, expertId }));
    await round();
    expect(await statesOf(expertId)).toEqual([]);
    expect(await nextOf(expertId)).toMatchObject({
      heldBy: 'nothing_due',
      owed: money(SHARE, 'EUR'),
    });
    await earn(expertId, 2);
    await Promise.all([round(), round()]);
    await round();
    const { payouts, next } = await scene.billing.payoutsOf(expertId);
    expect(payouts).toMatchObject([
      { state: 'sent', amount: money(3n * SHARE, 'EUR'), destination: '•••• 6789' },
    ]);
    expect(next).toEqual([]);
    expect(await balanceOf(expertId)).toBe(0n);
    expect(await soundness()).toEqual([]);
    await aDayLater();
    expect(await statesOf(expertId)).toEqual(['paid']);
    expect(await soundness()).toEqual([]);
  });

  it('waits until it is worth a transfer', async () => {
    const expertId = await anExpert();
    await scene.billing.settle(await scene.session({ learnerId, expertId }, 600n));
    test.clock.advance({ hours: 72 });
    await round();
    expect(await nextOf(expertId)).toMatchObject({ heldBy: 'below_minimum' });
    await earn(expertId);
    await round();
    expect(await statesOf(expertId)).toEqual(['sent']);
  });

  it('holds what a learner has claimed, and pays it when the claim is over', async () => {
    const expertId = await anExpert();
    const inputs = [
      await scene.session({ learnerId, expertId }),
      await scene.session({ learnerId, expertId }),
    ];
    for (const input of inputs) await scene.billing.settle(input);
    const sale = await scene.billing.sale(inputs[0]?.sessionId ?? '');
    await scene.billing.openClaim({
      sessionId: sale?.sessionId ?? '',
      saleId: sale?.id ?? '',
      learnerId,
      expertId,
      reason: 'not_helpful',
      text: 'It did not help.',
      endedAt: test.clock.now(),
      proof: {
        endReason: 'ended_by_learner',
        billedSeconds: 617,
        poorSeconds: 0,
        agreedSeconds: null,
      },
    });
    test.clock.advance({ hours: 72 });
    expect(await nextOf(expertId)).toMatchObject({ amount: money(SHARE, 'EUR') });
  });

  it.each([
    ['no account is known', null, 'no_account'],
    ['the provider wants a document first', RESTRICTED, 'account_restricted'],
  ])('holds while %s, and says so', async (_, accountNumber, heldBy) => {
    const expertId = await anExpert(accountNumber);
    await earn(expertId);
    await round();
    expect(await nextOf(expertId)).toMatchObject({ heldBy, amount: money(SHARE, 'EUR') });
    expect(await statesOf(expertId)).toEqual([]);
  });

  it('keeps money back for three days when the account was changed, not when it was told first', async () => {
    const expertId = await anExpert();
    await scene.billing.setPayoutDestination(ownerOf(expertId), PAYS);
    expect((await scene.billing.payoutsOf(expertId)).account?.frozenUntil).toBeNull();
    await earn(expertId);
    await scene.billing.setPayoutDestination(ownerOf(expertId), '000111111113');
    await round();
    expect(await nextOf(expertId)).toMatchObject({ heldBy: 'details_changed' });
    test.clock.advance({ hours: 72 });
    await round();
    expect(await statesOf(expertId)).toEqual(['sent']);
  });

  it('refuses an account number that the provider does not know, and keeps the one it had', async () => {
    const expertId = await anExpert();
    await expect(
      scene.billing.setPayoutDestination(ownerOf(expertId), '000000000000'),
    ).rejects.toThrow(InvalidInputError);
    expect((await scene.billing.payoutsOf(expertId)).account).toMatchObject({
      state: 'active',
      destination: '•••• 6789',
    });
  });

  it('holds while staff says so, with their words, until they release it', async () => {
    const expertId = await anExpert();
    await earn(expertId);
    await scene.billing.holdPayouts(expertId, scene.id(), 'We look into a report.');
    await round();
    expect(await scene.billing.payoutsOf(expertId)).toMatchObject({
      staffReason: 'We look into a report.',
      next: [{ heldBy: 'held_by_staff' }],
    });
    await scene.billing.releasePayouts(expertId);
    await round();
    expect(await statesOf(expertId)).toEqual(['sent']);
  });

  it('owes again what the bank sends back, and tries again', async () => {
    const expertId = await anExpert(NOBODYS);
    await earn(expertId);
    await round();
    expect(await balanceOf(expertId)).toBe(0n);
    await aDayLater();
    const { payouts } = await scene.billing.payoutsOf(expertId);
    expect(payouts).toMatchObject([{ state: 'returned', failure: 'no_account' }]);
    expect(await balanceOf(expertId)).toBe(SHARE);
    expect(await soundness()).toEqual([]);
    await scene.billing.setPayoutDestination(ownerOf(expertId), PAYS);
    test.clock.advance({ hours: 72 });
    await round();
    expect(await statesOf(expertId)).toEqual(['sent', 'returned']);
    expect(await soundness()).toEqual([]);
  });

  it('owes again what the provider refuses', async () => {
    const expertId = await anExpert();
    await earn(expertId);
    jest
      .spyOn(test.get(PayoutGateway), 'transfer')
      .mockRejectedValueOnce(new PaymentProviderRefusedError('account_not_payable'));
    await round();
    expect(await statesOf(expertId)).toEqual(['refused']);
    await round();
    expect(await statesOf(expertId)).toEqual(['sent', 'refused']);
    expect(await soundness()).toEqual([]);
  });

  it('takes off what was reversed after it was paid, at once and to the cent', async () => {
    const expertId = await anExpert();
    const [saleId = ''] = await earn(expertId);
    await round();
    await scene.billing.reverse({ saleId, share: 'all', reason: 'test', key: scene.id() });
    expect(await soundness()).toEqual([]);
    expect(await nextOf(expertId)).toMatchObject({
      heldBy: 'negative_balance',
      amount: money(-SHARE, 'EUR'),
    });
    await earn(expertId, 2);
    await round();
    const { payouts } = await scene.billing.payoutsOf(expertId);
    expect(payouts[0]?.amount).toEqual(money(SHARE, 'EUR'));
    expect(await soundness()).toEqual([]);
  });

  it('sends again under the same key what got no answer', async () => {
    const expertId = await anExpert();
    await earn(expertId);
    const gateway = test.get(PayoutGateway);
    const transfer = gateway.transfer.bind(gateway);
    jest.spyOn(gateway, 'transfer').mockImplementationOnce(async (call) => {
      await transfer(call);
      throw new PaymentProviderUnavailableError();
    });
    await round();
    expect(await statesOf(expertId)).toEqual(['created']);
    test.clock.advance({ minutes: 10 });
    await test.settle();
    expect(await statesOf(expertId)).toEqual(['sent']);
    const [payout] = await scene.manager.findBy(PayoutRecord, { expertId });
    const transfers = await scene.manager.findBy(SandboxTransferRecord, {
      reference: payout?.id ?? '',
    });
    expect(transfers).toHaveLength(1);
    expect(await soundness()).toEqual([]);
  });

  describe('killed between two steps', () => {
    const STEPS = (): [object, string, number][] => [
      [test.get(UnitOfWork), 'run', 1],
      [test.get(PayoutGateway), 'transfer', 1],
      [test.get(Ledger), 'prepare', 1],
      [test.get(Ledger), 'post', 1],
      [test.get(PayExperts), 'pay', 1],
    ];

    it('ends as if nothing had happened: one transfer, one posting', async () => {
      for (const [target, method, nth] of STEPS())
        for (const when of ['before', 'after'] as const) {
          const expertId = await anExpert();
          await earn(expertId);
          dieOnce(target, method, when, nth);
          await test
            .get(PayExperts)
            .pay({ expertId, currency: 'EUR' })
            .catch((error: unknown) => expect(String(error)).toContain('killed'));
          jest.restoreAllMocks();
          expect(await soundness()).toEqual([]);
          await round();
          await round();
          const { payouts } = await scene.billing.payoutsOf(expertId);
          expect(payouts).toMatchObject([{ state: 'sent', amount: money(SHARE, 'EUR') }]);
          expect(await balanceOf(expertId)).toBe(0n);
          expect(await soundness()).toEqual([]);
        }
    });
  });

  it('gives a statement whose lines add up to what was sent, to nobody else', async () => {
    const expertId = await anExpert();
    await earn(expertId, 2);
    await round();
    const [payout] = (await scene.billing.payoutsOf(expertId)).payouts;
    const { lines } = await scene.billing.payoutStatement(payout?.id ?? '', expertId);
    expect(lines).toHaveLength(2);
    expect(lines.reduce((sum, { paid }) => sum + paid.amountMinor, 0n)).toBe(
      payout?.amount.amountMinor,
    );
    for (const line of lines)
      expect(line).toMatchObject({
        collected: money(1234n, 'EUR'),
        commission: money(247n, 'EUR'),
        commissionTax: money(49n, 'EUR'),
        paid: money(SHARE, 'EUR'),
      });
    await expect(
      scene.billing.payoutStatement(payout?.id ?? '', await anExpert()),
    ).rejects.toMatchObject({ code: 'payout.not_found' });
  });
});
