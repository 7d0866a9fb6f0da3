import { ProveNightly } from '../../../src/modules/billing/application/prove-nightly.js';
import { EarningRecord } from '../../../src/modules/billing/persistence/payout.records.js';
import { ProofRecord } from '../../../src/modules/billing/persistence/proof.record.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { BillingScene } from './billing-scene.js';

describe.each(STORES)('the proof of the books every night, on %s', (store) => {
  let test: TestApp;
  let scene: BillingScene;
  let expertId: string;
  beforeAll(async () => {
    test = await startTestApp({ store, now: '2026-11-22T01:00:00Z' });
    scene = await new BillingScene(test).open('FR');
    expertId = await scene.expert();
    await scene.billing.settle(await scene.session({ learnerId: await scene.person(), expertId }));
  });
  afterAll(() => test.close());

  const prove = (): Promise<void> => test.get(ProveNightly).run();
  const proofs = async () => (await scene.billing.ledgerProofs({ offset: 0, limit: 10 })).items;

  it('is made once a day, whoever else begins it, and keeps the trial balance', async () => {
    await Promise.all([prove(), prove()]);
    await prove();
    const [proof, ...others] = await proofs();
    expect(others).toEqual([]);
    expect(proof).toMatchObject({ day: '2026-11-22', problems: [] });
    expect(proof?.balances['EUR']).toMatchObject({
      'provider:sandbox:clearing': '1234',
      [`expert:${expertId}:payable`]: '-938',
      'platform:commission': '-247',
    });
  });

  it('says the next night what somebody changed behind its back', async () => {
    await scene.manager.update(EarningRecord, { expertId }, { amountMinor: 999n });
    test.clock.advance({ hours: 24 });
    await prove();
    const [proof] = await proofs();
    expect(proof?.day).toBe('2026-11-23');
    expect(proof?.problems).toEqual([
      `EUR: expert:${expertId}:payable stands at 938, earnings say 999`,
    ]);
    expect(await (await fetch(`${test.url}/metrics`)).text()).toMatch(
      /ledger_problems\{proof="latest"\} 1/,
    );
  });

  it('is taken up again when its program was ended in the middle', async () => {
    test.clock.advance({ hours: 24 });
    const begunAt = test.clock.now();
    await scene.manager.insert(ProofRecord, {
      day: '2026-11-24',
      begunAt,
      doneAt: null,
      problems: [],
      balances: {},
    });
    await prove();
    expect(await scene.billing.ledgerProof('2026-11-24')).toBeNull();
    test.clock.advance({ hours: 3 });
    await prove();
    expect(await scene.billing.ledgerProof('2026-11-24')).not.toBeNull();
  });
});
