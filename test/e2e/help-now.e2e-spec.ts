import { BillingFacade } from '../../src/modules/billing/index.js';
import { SchedulingFacade } from '../../src/modules/scheduling/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import {
  aCategory,
  anExpert,
  aPerson,
  CHALLENGED_CARD,
  DECLINED_CARD,
  GOOD_CARD,
  idempotencyKey,
  openCountries,
  type Somebody,
} from '../support/world.js';

interface HelpRequestBody {
  id: string;
  state: string;
  sessionId: string | null;
  hold: { amountMinor: string } | null;
  failure: string | null;
  rings: { expert: { id: string } }[];
}

describe('help now', () => {
  let test: TestApp;
  let categoryId: string;
  let learner: Somebody;
  beforeAll(async () => {
    test = await startTestApp();
    await openCountries(test, 'FR', 'DE');
    categoryId = await aCategory(test);
  });
  beforeEach(async () => {
    learner = await aPerson(test, 'Lea');
  });
  afterAll(() => test.close());

  const goFree = async (expert: Somebody): Promise<void> => {
    await expert.http.put('/api/v1/studio/presence').send({ free: true }).expect(200);
    await test.get(SchedulingFacade).heartbeat(expert.id);
    await test.settle();
  };
  const ask = async (
    listingId: string,
    payment: object | null,
    photoFileId?: string,
  ): Promise<HelpRequestBody> => {
    const answer = await learner.http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({
        listingId,
        problem: 'My sourdough does not rise',
        ceilingMinutes: 15,
        language: 'en',
        payment,
        ...(photoFileId !== undefined && { photoFileId }),
      })
      .expect(201);
    await test.settle();
    return answer.body as HelpRequestBody;
  };
  const read = async (id: string): Promise<HelpRequestBody> =>
    (await learner.http.get(`/api/v1/help-requests/${id}`).expect(200)).body as HelpRequestBody;
  const ringOf = async (
    expert: Somebody,
  ): Promise<{ id: string; netEarnings: { amountMinor: string }; problem: string } | null> => {
    const today = await expert.http.get('/api/v1/studio/today').expect(200);
    return (
      today.body as {
        ring: { id: string; netEarnings: { amountMinor: string }; problem: string } | null;
      }
    ).ring;
  };

  it('holds the ceiling once, rings the expert with what they will earn, and opens the room when they accept', async () => {
    const expert = await anExpert(test, 'Marc', categoryId);
    await goFree(expert);
    const asked = await ask(expert.listingId, GOOD_CARD);
    expect((await read(asked.id)).state).toBe('ringing');
    const ring = await ringOf(expert);
    expect(ring).toMatchObject({ problem: 'My sourdough does not rise' });
    expect(BigInt(ring?.netEarnings.amountMinor ?? '0')).toBeGreaterThan(1000n);
    await expert.http.post(`/api/v1/rings/${ring?.id}/accept`).expect(200);
    await test.settle();
    const accepted = await read(asked.id);
    expect(accepted.state).toBe('accepted');
    expect(accepted.hold).toEqual({ amountMinor: '1800', currency: 'EUR' });
    const session = await learner.http.get(`/api/v1/sessions/${accepted.sessionId}`).expect(200);
    expect(session.body).toMatchObject({ state: 'waiting', role: 'learner', ceilingMinutes: 15 });
    const stranger = await aPerson(test, 'Eve');
    await stranger.http.get(`/api/v1/sessions/${accepted.sessionId}`).expect(404);
    await stranger.http.get(`/api/v1/help-requests/${asked.id}`).expect(404);
  });

  it('rings the next expert on the same hold when the first declines, and lets everything go when nobody is left', async () => {
    const own = await aCategory(test);
    const first = await anExpert(test, 'Ada', own);
    const second = await anExpert(test, 'Bob', own, {
      price: {
        model: 'per_minute',
        amountMinor: '100',
        currency: 'EUR',
        sessionMinutes: null,
        freeMinutes: 0,
      },
    });
    await goFree(first);
    await goFree(second);
    const asked = await ask(first.listingId, GOOD_CARD);
    await first.http.post(`/api/v1/rings/${(await ringOf(first))?.id}/decline`).expect(204);
    await test.settle();
    expect((await read(asked.id)).rings[0]?.expert.id).toBe(second.id);
    test.clock.advance({ seconds: 61 });
    await test.settle();
    const over = await read(asked.id);
    expect(over.state).toBe('unanswered');
    expect(over.hold).toBeNull();
    expect(await test.get(BillingFacade).paymentByKey(`help-request:${asked.id}`)).toMatchObject({
      state: 'voided',
    });
  });

  it('lets the hold go when the learner withdraws, and a late accept gets nothing', async () => {
    const expert = await anExpert(test, 'Cyd', await aCategory(test));
    await goFree(expert);
    const asked = await ask(expert.listingId, GOOD_CARD);
    const ring = await ringOf(expert);
    await learner.http.post(`/api/v1/help-requests/${asked.id}/withdraw`).expect(200);
    await test.settle();
    const late = await expert.http.post(`/api/v1/rings/${ring?.id}/accept`).expect(409);
    expect(late.body).toMatchObject({ code: 'scheduling.ring_over' });
    expect(await test.get(BillingFacade).paymentByKey(`help-request:${asked.id}`)).toMatchObject({
      state: 'voided',
    });
  });

  it('rings nobody when the card is declined, and says why', async () => {
    const expert = await anExpert(test, 'Dan', await aCategory(test));
    await goFree(expert);
    const asked = await ask(expert.listingId, DECLINED_CARD);
    expect(asked).toMatchObject({ state: 'declined_card', failure: 'card_declined' });
    expect(await ringOf(expert)).toBeNull();
  });

  it('rings only after the bank was answered when it asks', async () => {
    const expert = await anExpert(test, 'Eli', await aCategory(test));
    await goFree(expert);
    const asked = await ask(expert.listingId, CHALLENGED_CARD);
    expect(asked.state).toBe('authentication_needed');
    expect(await ringOf(expert)).toBeNull();
    await learner.http
      .post(`/api/v1/help-requests/${asked.id}/authenticate`)
      .send({ outcome: 'approved' })
      .expect(200);
    await test.settle();
    expect((await read(asked.id)).state).toBe('ringing');
  });

  it('gives the first answer again when the same request comes twice', async () => {
    const expert = await anExpert(test, 'Fay', await aCategory(test));
    await goFree(expert);
    const key = idempotencyKey();
    const body = {
      listingId: expert.listingId,
      problem: 'It is flat',
      ceilingMinutes: 15,
      language: 'en',
      payment: GOOD_CARD,
    };
    const first = await learner.http.post('/api/v1/help-requests').set(key).send(body).expect(201);
    const again = await learner.http.post('/api/v1/help-requests').set(key).send(body).expect(201);
    expect((again.body as HelpRequestBody).id).toBe((first.body as HelpRequestBody).id);
    const other = await learner.http
      .post('/api/v1/help-requests')
      .set(key)
      .send({ ...body, ceilingMinutes: 30 })
      .expect(409);
    expect(other.body).toMatchObject({ code: 'http.idempotency_mismatch' });
  });

  it('names every field that is wrong and refuses what it does not know', async () => {
    const refused = await learner.http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({ problem: '', ceilingMinutes: 7, extra: 1 })
      .expect(400);
    const fields = (
      refused.body as { facts: { problems: { field: string }[] } }
    ).facts.problems.map((problem) => problem.field);
    expect(fields.sort()).toEqual(['ceilingMinutes', 'extra', 'language', 'listingId', 'problem']);
  });

  it('shows the photo of the problem to the expert who is rung, and to nobody else', async () => {
    const marc = await anExpert(test, 'Marc', categoryId);
    const ines = await anExpert(test, 'Ines', categoryId);
    await goFree(marc);
    const photo = await photoOf(learner);
    await ask(marc.listingId, GOOD_CARD, photo);
    expect(await ringOf(marc)).toMatchObject({ photoUrl: `/api/v1/files/${photo}` });
    const seen = await marc.http.get(`/api/v1/files/${photo}`).expect(200);
    expect(seen.headers['content-type']).toBe('image/png');
    await ines.http.get(`/api/v1/files/${photo}`).expect(404);
  });

  it('takes no photo that belongs to somebody else', async () => {
    const expert = await anExpert(test, 'Marc', categoryId);
    await goFree(expert);
    const photo = await photoOf(await aPerson(test, 'Mallory'));
    const refused = await learner.http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send({
        listingId: expert.listingId,
        problem: 'My sourdough does not rise',
        photoFileId: photo,
        ceilingMinutes: 15,
        language: 'en',
        payment: GOOD_CARD,
      })
      .expect(404);
    expect(refused.body).toMatchObject({ code: 'file.not_found' });
  });
});

/** A picture that somebody sent. @returns its id */
async function photoOf({ http }: Somebody): Promise<string> {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
    'base64',
  );
  const sent = await http
    .post('/api/v1/files')
    .attach('file', picture, { filename: 'dough.png', contentType: 'image/png' })
    .expect(201);
  return (sent.body as { id: string }).id;
}
