import 'reflect-metadata';
import { demoEmail } from '../../../src/demo/content/people.js';
import { PAST_SESSIONS } from '../../../src/demo/content/past-sessions.js';
import { DemoSeed } from '../../../src/demo/seed-demo.js';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { BillingFacade } from '../../../src/modules/billing/index.js';
import { ReviewsFacade } from '../../../src/modules/reviews/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { SessionsFacade, type SessionView } from '../../../src/modules/sessions/index.js';
import { type Demo, startDemo } from './demo-app.js';

const START_MS_MAX = 180_000;

describe('the past of the demo', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ hasPast: true });
  }, START_MS_MAX);
  afterAll(() => demo.close());

  async function idOf(key: string): Promise<string> {
    return (await demo.face(AccountsFacade).personByEmail(demoEmail(key)))?.id ?? '';
  }

  async function pastOf(learner: string): Promise<SessionView[]> {
    return demo.face(SessionsFacade).sessionsOf(await idOf(learner), 'learner', 100);
  }

  it('has every session settled, at the length and the day it is told of', async () => {
    for (const past of PAST_SESSIONS) {
      const session = (await pastOf(past.learner)).find(({ problem }) => problem === past.problem);
      expect(session).toMatchObject({ state: 'settled', endedReason: 'ended_by_learner' });
      expect(session?.meter.billedSeconds).toBe(past.together);
      const daysAgo = (Date.now() - Date.parse(session?.endedAt ?? '')) / 86_400_000;
      expect(Math.abs(daysAgo - past.daysAgo)).toBeLessThan(1.1);
    }
  });

  it('took money for every paid one and none for free help, in books that prove right', async () => {
    const billing = demo.face(BillingFacade);
    for (const learner of new Set(PAST_SESSIONS.map((past) => past.learner)))
      for (const session of await pastOf(learner)) {
        const sale = await billing.sale(session.id);
        const isFree = session.priceModel === 'free';
        expect(sale?.state).toBe(isFree ? 'free' : 'settled');
        if (!isFree) expect(sale?.charged.amountMinor).toBeGreaterThan(0n);
      }
    expect((await billing.verifyLedger()).problems).toEqual([]);
  });

  it('leaves stars, and how fast the one who is asked most answers', async () => {
    const amara = await idOf('amara');
    const said = PAST_SESSIONS.filter(({ expert, review }) => expert === 'amara' && review);
    const rating = (await demo.face(ReviewsFacade).ratings([amara])).get(amara);
    expect(rating?.count).toBe(said.length);
    const presence = (await demo.face(SchedulingFacade).presenceOf([amara])).get(amara);
    expect(presence).toMatchObject({ isNew: false });
    expect(presence?.oddsSeconds).toBeLessThan(20);
  });

  it('does not happen twice', async () => {
    const before = (await pastOf('learner')).length;
    await demo.face(DemoSeed).run();
    expect(await pastOf('learner')).toHaveLength(before);
  });
});
