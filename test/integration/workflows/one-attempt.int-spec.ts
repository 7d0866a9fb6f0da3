import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  type Somebody,
} from '../../support/world.js';

/** The sandbox's card of one person; the others are in everybody's hands. */
const OWN_CARD = { ...GOOD_CARD, number: '5555 5555 5555 4444' };

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string };
}

describe.each(STORES)('one open attempt per person, card and address on %s', (store) => {
  let test: TestApp;
  let experts: (Somebody & { listingId: string })[];
  beforeAll(async () => {
    test = await startTestApp({ store, env: { TRUSTED_PROXIES: '1' } });
    await openCountries(test, 'FR');
    const categoryId = await aCategory(test);
    experts = [
      await anExpert(test, 'Marc', categoryId),
      await anExpert(test, 'Ines', await aCategory(test)),
    ];
    for (const { id } of experts)
      await test.get(SchedulingFacade).setFree(id, true, { answersByItself: true });
    await test.settle();
  });
  afterAll(() => test.close());

  const ask = async (
    learner: Somebody,
    address: string,
    card: object = GOOD_CARD,
    expert = experts[0],
  ): Promise<Answer> =>
    learner.http
      .post('/api/v1/help-requests')
      .set({ ...idempotencyKey(), 'x-forwarded-for': address })
      .send({
        listingId: expert?.listingId,
        problem: 'My sourdough does not rise',
        ceilingMinutes: 15,
        language: 'en',
        payment: card,
      });
  const withdraw = (learner: Somebody, { body }: Answer): Promise<unknown> =>
    learner.http.post(`/api/v1/help-requests/${body.id}/withdraw`).expect(200);
  const people = (): Promise<Somebody[]> =>
    Promise.all(['Lea', 'Leo', 'Lou'].map((name) => aPerson(test, name)));
  const stateOf = async (expertId = ''): Promise<string | undefined> =>
    (await test.get(SchedulingFacade).presenceOf([expertId])).get(expertId)?.state;

  it('lets one of several people through who use one card at the same time', async () => {
    const learners = await people();
    const answers = await Promise.all(
      learners.map((learner, index) => ask(learner, `93.184.216.${index + 1}`, OWN_CARD)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.code).toBe('scheduling.card_in_use');
    const first = answers.findIndex(({ status }) => status === 201);
    const [winner, answer] = [learners[first], answers[first]];
    if (winner && answer) await withdraw(winner, answer);
    const [next = winner] = learners.filter((learner) => learner !== winner);
    if (!next) throw new Error('nobody is left to ask');
    const again = await ask(next, '93.184.216.9', OWN_CARD);
    expect(again.status).toBe(201);
    await withdraw(next, again);
  });

  it('lets one of several people through who come from one address at the same time', async () => {
    const learners = await people();
    const answers = await Promise.all(
      learners.map((learner, index) => ask(learner, `2a01:e0a:1:2::${index + 1}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.code).toBe('scheduling.address_in_use');
    for (const [index, answer] of answers.entries()) {
      const learner = learners[index];
      if (answer.status === 201 && learner) await withdraw(learner, answer);
    }
  });

  it('holds no other expert for somebody whose attempt was refused', async () => {
    const [lea, leo] = await people();
    if (!lea || !leo) throw new Error('nobody came');
    const first = await ask(lea, '93.184.216.20', OWN_CARD);
    expect((await ask(leo, '93.184.216.21', OWN_CARD, experts[1])).status).toBe(409);
    expect([await stateOf(experts[0]?.id), await stateOf(experts[1]?.id)]).toEqual([
      'busy',
      'free_now',
    ]);
    await withdraw(lea, first);
  });

  it('takes an address of the own network, or a card in everybody’s hands, for nobody’s', async () => {
    const [lea, leo] = await people();
    if (!lea || !leo) throw new Error('nobody came');
    const first = await ask(lea, '10.0.0.7');
    const second = await ask(leo, '10.0.0.7', GOOD_CARD, experts[1]);
    expect([first.status, second.status]).toEqual([201, 201]);
    await withdraw(lea, first);
    await withdraw(leo, second);
  });
});
