import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoEmail } from '../../../src/demo/content/people.js';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { CatalogFacade } from '../../../src/modules/catalog/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { type Demo, startDemo } from './demo-app.js';

const START_MS_MAX = 180_000;

describe('experts of the demo who are always free', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  }, START_MS_MAX);
  afterAll(() => demo.close());

  async function idOf(key: string): Promise<string> {
    return (await demo.face(AccountsFacade).personByEmail(demoEmail(key)))?.id ?? '';
  }

  /** @returns the id of the request, which rings now */
  async function ask(learnerKey: string, expertKey: string): Promise<string> {
    const scheduling = demo.face(SchedulingFacade);
    const expertId = await idOf(expertKey);
    const [listing] = await demo.face(CatalogFacade).liveListingsOf(expertId, 'en');
    const listingId = listing?.id ?? '';
    const unit = { amountMinor: '0', currency: 'EUR' };
    const { id } = await scheduling.openHelpRequest({
      key: `${learnerKey} asks ${expertKey}`,
      learnerId: await idOf(learnerKey),
      listingId,
      candidates: [
        {
          expertId,
          listingId,
          offer: {
            title: listing?.title,
            model: 'free',
            unit,
            freeMinutes: 0,
            netEarnings: null,
            ceiling: unit,
            learnerName: 'Robin',
          },
        },
      ],
      problem: 'My dough does not rise.',
      photoFileId: null,
      language: 'en',
      atOnce: 1,
      audience: 'chosen',
      marks: { card: null, address: null },
      ceilingMinutes: 15,
    });
    await scheduling.paymentAuthorised(id, null);
    return id;
  }

  async function stateAfter(ms: number, id: string, learnerKey: string): Promise<string> {
    await sleep(ms);
    return (await demo.face(SchedulingFacade).helpRequest(id, await idOf(learnerKey))).state;
  }

  it('accept by themselves, not before two seconds and within five', async () => {
    const request = await ask('learner', 'amara');
    expect(await stateAfter(1_500, request, 'learner')).toBe('ringing');
    expect(await stateAfter(3_500, request, 'learner')).toBe('accepted');
  });

  it('leave the others to answer for themselves', async () => {
    const henrik = await idOf('henrik');
    await demo.face(SchedulingFacade).setFree(henrik, true);
    const request = await ask('jonas', 'henrik');
    expect(await stateAfter(5_000, request, 'jonas')).toBe('ringing');
  });
});
