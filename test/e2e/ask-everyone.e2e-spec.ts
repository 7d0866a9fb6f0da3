import { BillingFacade } from '../../src/modules/billing/index.js';
import type { ListingDraft } from '../../src/modules/catalog/index.js';
import { SchedulingFacade } from '../../src/modules/scheduling/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import {
  aCategory,
  anExpert,
  aPerson,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  type Somebody,
} from '../support/world.js';

type Expert = Somebody & { readonly listingId: string };

interface Question {
  readonly id: string;
  readonly state: string;
  readonly audience: string;
  readonly listing: { readonly id: string } | null;
  readonly hold: { readonly amountMinor: string } | null;
  readonly sessionId: string | null;
  readonly rings: readonly { readonly expert: { readonly id: string } }[];
}

const perMinute = (amountMinor: string, currency = 'EUR'): ListingDraft['price'] => ({
  model: 'per_minute',
  amountMinor,
  currency,
  sessionMinutes: null,
  freeMinutes: 0,
});
const FREE: ListingDraft['price'] = {
  ...perMinute('0'),
  model: 'free',
  amountMinor: null,
  sessionMinutes: 30,
};

describe('everyone who could know', () => {
  let test: TestApp;
  let learner: Somebody;
  let category: string;
  let categoryId: string;
  beforeAll(async () => {
    test = await startTestApp();
    await openCountries(test, 'FR', 'DE');
  });
  beforeEach(async () => {
    learner = await aPerson(test, 'Lea');
    category = `cooking-${learner.id.slice(-12)}`;
    categoryId = await aCategory(test, category);
  });
  afterAll(() => test.close());

  const free = async (
    name: string,
    price: ListingDraft['price'],
    change: Partial<ListingDraft> = {},
  ): Promise<Expert> => {
    const expert = await anExpert(test, name, categoryId, { price, ...change });
    await test.get(SchedulingFacade).setFree(expert.id, true);
    await test.settle();
    return expert;
  };
  const questionOf = (change: object = {}): object => ({
    problem: 'zzqx wobbles',
    category,
    language: 'en',
    ceilingMinutes: 15,
    maximum: { amountMinor: '2000', currency: 'EUR' },
    payment: GOOD_CARD,
    ...change,
  });
  const ask = async (change: object = {}): Promise<Question> => {
    const answer = await learner.http
      .post('/api/v1/questions')
      .set(idempotencyKey())
      .send(questionOf(change))
      .expect(201);
    await test.settle();
    return read((answer.body as Question).id);
  };
  const read = async (id: string): Promise<Question> =>
    (await learner.http.get(`/api/v1/help-requests/${id}`).expect(200)).body as Question;
  const earningsOf = async ({ http }: Expert): Promise<string | null | undefined> => {
    const today = await http.get('/api/v1/studio/today').expect(200);
    return (today.body as { ring: { netEarnings: { amountMinor: string } | null } | null }).ring
      ?.netEarnings?.amountMinor;
  };
  const accept = async ({ http }: Expert): Promise<void> => {
    const today = await http.get('/api/v1/studio/today').expect(200);
    const { ring } = today.body as { ring: { id: string } };
    await http.post(`/api/v1/rings/${ring.id}/accept`).expect(200);
    await test.settle();
  };
  const paymentOf = ({ id }: Question): ReturnType<BillingFacade['paymentByKey']> =>
    test.get(BillingFacade).paymentByKey(`help-request:${id}`);

  it('rings all who fit at once, each at their own price, on one hold that covers the dearest', async () => {
    const [cheap, dear] = [await free('Ada', perMinute('60')), await free('Bob', perMinute('120'))];
    const asked = await ask();
    expect(asked).toMatchObject({
      state: 'ringing',
      audience: 'everyone',
      listing: null,
      hold: { amountMinor: '1800' },
    });
    expect(asked.rings.map(({ expert }) => expert.id).sort()).toEqual([cheap.id, dear.id].sort());
    const [little = '0', much = '0'] = [await earningsOf(cheap), await earningsOf(dear)];
    expect(Number(much)).toBeGreaterThan(1.9 * Number(little));
  });

  it('gives the call to the first who accepts, at the price of their own offer', async () => {
    const [cheap, dear] = [await free('Cyd', perMinute('60')), await free('Dan', perMinute('120'))];
    const asked = await ask();
    await accept(cheap);
    const accepted = await read(asked.id);
    expect(accepted).toMatchObject({ state: 'accepted', listing: { id: cheap.listingId } });
    const session = await learner.http.get(`/api/v1/sessions/${accepted.sessionId}`).expect(200);
    expect(session.body).toMatchObject({ price: { amount: { amountMinor: '60' } } });
    expect(await earningsOf(dear)).toBeUndefined();
    expect((await test.get(SchedulingFacade).presenceOf([dear.id])).get(dear.id)?.state).toBe(
      'free_now',
    );
  });

  it('asks nobody who could cost more, speaks no common language, or is paid in other money', async () => {
    const fits = await free('Eli', perMinute('100'));
    await free('Fay', perMinute('134'));
    await free('Gus', perMinute('60'), { languages: ['fr'] });
    await free('Hal', perMinute('60', 'USD'));
    const asked = await ask();
    expect(asked.rings.map(({ expert }) => expert.id)).toEqual([fits.id]);
    expect(asked.hold).toEqual({ amountMinor: '1500', currency: 'EUR' });
  });

  it('says beforehand how many would be asked and what would be held', async () => {
    await free('Ivo', perMinute('60'));
    await free('Joy', FREE);
    const preview = await learner.http
      .post('/api/v1/questions/preview')
      .send(questionOf({ payment: undefined }))
      .expect(200);
    expect(preview.body).toEqual({
      expertCount: 2,
      hold: { amountMinor: '900', currency: 'EUR' },
    });
  });

  it('asks only those who help for free where nothing may be paid, without a card', async () => {
    await free('Kim', perMinute('60'));
    const gives = await free('Lou', FREE);
    const asked = await ask({ maximum: null, payment: null });
    expect(asked.rings.map(({ expert }) => expert.id)).toEqual([gives.id]);
    expect(asked.hold).toBeNull();
  });

  it('holds nothing any more once somebody comes who helps for free', async () => {
    await free('Max', perMinute('60'));
    const gives = await free('Ned', FREE);
    const asked = await ask();
    await accept(gives);
    expect(await paymentOf(asked)).toMatchObject({ state: 'voided' });
    const { sessionId } = await read(asked.id);
    const session = await learner.http.get(`/api/v1/sessions/${sessionId}`).expect(200);
    expect(session.body).toMatchObject({ state: 'waiting' });
  });

  it('finds by the words of the problem, too, where no category is named', async () => {
    const expert = await free('Ola', perMinute('60'), { title: 'Tuning of zitherharps' });
    const asked = await ask({ problem: 'my zitherharps sound odd', category: null });
    expect(asked.rings.map(({ expert: { id } }) => id)).toContain(expert.id);
  });

  it('refuses at once where nobody could be asked, and leaves nothing open', async () => {
    await free('Pia', perMinute('500'));
    const refused = await learner.http
      .post('/api/v1/questions')
      .set(idempotencyKey())
      .send(questionOf())
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'help_now.nobody_to_ask' });
    expect(await test.get(SchedulingFacade).openHelpRequestOf(learner.id)).toBeNull();
  });

  it('needs a card where somebody is paid', async () => {
    await free('Quin', perMinute('60'));
    const refused = await learner.http
      .post('/api/v1/questions')
      .set(idempotencyKey())
      .send(questionOf({ payment: null }))
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'help_now.card_missing' });
  });

  it('ends clearly when nobody accepts: nothing is held, and all are free of the ring', async () => {
    const experts = [await free('Rae', perMinute('60')), await free('Sam', perMinute('80'))];
    const asked = await ask();
    test.clock.advance({ seconds: 61 });
    await test.settle();
    expect(await read(asked.id)).toMatchObject({ state: 'unanswered', hold: null, rings: [] });
    expect(await paymentOf(asked)).toMatchObject({ state: 'voided' });
    for (const expert of experts) expect(await earningsOf(expert)).toBeUndefined();
  });
});
