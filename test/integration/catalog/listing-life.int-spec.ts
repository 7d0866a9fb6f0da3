import { agent } from 'supertest';
import { CatalogFacade, type ListingDraft } from '../../../src/modules/catalog/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aCategory, aListing, anExpert, aPerson, type Somebody } from '../../support/world.js';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000000030001b8a1b0a90000000049454e44ae426082',
  'hex',
);
const UNFINISHED: ListingDraft = {
  categoryId: '',
  title: 'Sour',
  summary: '',
  description: '',
  kindOfHelp: 'advice',
  languages: [],
  price: {
    model: 'per_minute',
    amountMinor: null,
    currency: 'EUR',
    sessionMinutes: null,
    freeMinutes: 0,
  },
  instant: true,
};

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly reviewState: string;
  readonly reasons: string | null;
  readonly draft: ListingDraft;
  readonly live: ListingDraft | null;
}

describe.each(STORES)('an offer from draft to archive on %s', (kind) => {
  let test: TestApp;
  let catalog: CatalogFacade;
  let categoryId: string;
  let expert: Somebody & { listingId: string };
  let reviewer: Somebody;
  beforeAll(async () => {
    test = await startTestApp({ store: kind });
    catalog = test.get(CatalogFacade);
    categoryId = await aCategory(test);
    expert = await anExpert(test, 'Noor', categoryId);
    reviewer = await aPerson(test, 'Rita');
  }, 60_000);
  afterAll(() => test.close());

  const post = async (path: string, body: object = {}, status = 200): Promise<Shown> =>
    (await expert.http.post(`/api/v1/studio/listings${path}`).send(body).expect(status))
      .body as Shown;
  const put = async (path: string, body: object, status = 200): Promise<Shown> =>
    (await expert.http.put(`/api/v1/studio/listings${path}`).send(body).expect(status))
      .body as Shown;
  const publicPage = (id: string) => agent(test.url).get(`/api/v1/listings/${id}`);
  const aLiveOne = async (): Promise<string> => {
    const { id } = await post('', aListing(categoryId), 201);
    await post(`/${id}/submit`);
    await catalog.approveListing(id, reviewer.id);
    return id;
  };
  const aPicture = async (): Promise<string> => {
    const sent = await expert.http
      .post('/api/v1/files')
      .attach('file', PNG, 'oven.png')
      .expect(201);
    return (sent.body as { id: string }).id;
  };

  it('keeps what was typed so far, and wants it finished before anybody reads it', async () => {
    const { id, state } = await post('/drafts', UNFINISHED, 201);
    expect(state).toBe('draft');
    const kept = await put(`/${id}/draft`, { ...UNFINISHED, title: 'Sourdough, rescued' });
    expect(kept.draft.title).toBe('Sourdough, rescued');
    const refused = (await post(`/${id}/submit`, {}, 400)) as unknown as {
      facts: { problems: { field: string }[] };
    };
    expect(refused.facts.problems.map(({ field }) => field)).toContain('summary');
    const far = { ...UNFINISHED, title: 'x'.repeat(120) };
    await put(`/${id}/draft`, far, 400);
    await put(`/${id}`, aListing(categoryId));
    expect(await post(`/${id}/submit`)).toMatchObject({ state: 'in_review' });
    expect(
      (await catalog.reviewQueue({ offset: 0, limit: 50 })).items.map((each) => each.id),
    ).toContain(id);
  });

  it('leaves the queue when it is changed, and can be sent again', async () => {
    const { id } = await post('', aListing(categoryId), 201);
    await post(`/${id}/submit`);
    const changed = await put(`/${id}/draft`, aListing(categoryId, { title: 'Brioche, rescued' }));
    expect(changed.reviewState).toBe('draft');
    await expect(catalog.approveListing(id, reviewer.id)).rejects.toMatchObject({
      code: 'catalog.wrong_state',
    });
    expect((await post(`/${id}/submit`)).reviewState).toBe('in_review');
  });

  it('says why it was refused, until it is sent again', async () => {
    const { id } = await post('', aListing(categoryId), 201);
    await post(`/${id}/submit`);
    await catalog.refuseListing(id, reviewer.id, 'Too short.');
    const listed = (await expert.http.get('/api/v1/studio/listings')).body as { items: Shown[] };
    expect(listed.items.find((each) => each.id === id)).toMatchObject({
      reviewState: 'refused',
      reasons: 'Too short.',
    });
    expect(await put(`/${id}`, aListing(categoryId))).toMatchObject({ reasons: null });
    await post(`/${id}/submit`);
  });

  it('leaves the live one up while the next is written, checked and approved', async () => {
    const id = await aLiveOne();
    await put(`/${id}/draft`, aListing(categoryId, { title: 'Brioche, rescued', summary: '' }));
    await put(`/${id}`, aListing(categoryId, { title: 'Brioche, rescued' }));
    await post(`/${id}/submit`);
    const title = async (): Promise<string> =>
      ((await publicPage(id).expect(200)).body as { title: string }).title;
    expect(await title()).toBe('Rescue your sourdough');
    const preview = await expert.http.get(`/api/v1/studio/listings/${id}/preview`).expect(200);
    expect((preview.body as { title: string }).title).toBe('Brioche, rescued');
    await catalog.approveListing(id, reviewer.id);
    expect(await title()).toBe('Brioche, rescued');
  });

  it('keeps a paused offer down when its new version is approved', async () => {
    const id = await aLiveOne();
    await post(`/${id}/pause`);
    await put(`/${id}`, aListing(categoryId, { title: 'Brioche, rescued' }));
    await post(`/${id}/submit`);
    await catalog.approveListing(id, reviewer.id);
    await publicPage(id).expect(404);
    expect((await post(`/${id}/resume`)).state).toBe('live');
    expect((await publicPage(id).expect(200)).body).toMatchObject({ title: 'Brioche, rescued' });
  });

  it('archives for good: nobody finds, edits or approves it any more', async () => {
    const id = await aLiveOne();
    await test.settle();
    await put(`/${id}`, aListing(categoryId, { title: 'Brioche, rescued' }));
    await post(`/${id}/submit`);
    expect((await post(`/${id}/archive`)).state).toBe('archived');
    await test.settle();
    await publicPage(id).expect(404);
    const { hits } = await catalog.search({ text: '', sort: 'best', offset: 0, limit: 50 });
    expect(hits.map(({ listingId }) => listingId)).not.toContain(id);
    await put(`/${id}`, aListing(categoryId), 409);
    await expect(catalog.approveListing(id, reviewer.id)).rejects.toMatchObject({
      code: 'catalog.wrong_state',
    });
  });

  it('shows pictures, what is needed and questions on its page, and the pictures of nobody else', async () => {
    const fileId = await aPicture();
    const more: Partial<ListingDraft> = {
      pictures: [{ fileId, alt: 'My oven' }],
      needs: 'A jar and flour',
      gets: 'A living starter',
      faqs: [{ question: 'Do you do rye?', answer: 'Yes, **gladly**.' }],
      recording: 'never',
      taxCategory: 'consulting_personal',
    };
    const { id } = await post('', aListing(categoryId, more), 201);
    const picture = `/api/v1/listings/${id}/pictures/${fileId}`;
    await agent(test.url).get(picture).expect(404);
    await post(`/${id}/submit`);
    await catalog.approveListing(id, reviewer.id);
    expect((await publicPage(id).expect(200)).body).toMatchObject({
      pictures: [{ url: picture, alt: 'My oven' }],
      needs: 'A jar and flour',
      gets: 'A living starter',
      faqs: [{ question: 'Do you do rye?', answer: '<p>Yes, <strong>gladly</strong>.</p>' }],
      recording: 'never',
    });
    const read = await agent(test.url).get(picture).expect(200);
    expect(read.headers['content-type']).toBe('image/png');
    await post(`/${id}/pause`);
    await agent(test.url).get(picture).expect(404);
    await reviewer.http.get(`/api/v1/files/${fileId}`).expect(404);
    const other = await anExpert(test, 'Zoe', categoryId);
    await other.http.post('/api/v1/studio/listings').send(aListing(categoryId, more)).expect(404);
  });

  it('names every field that is wrong of what an offer says besides', async () => {
    const wrong = {
      faqs: [{ question: 'Rye', answer: '' }],
      needs: 'x'.repeat(1001),
      pictures: [{ fileId: await aPicture(), alt: '' }],
    };
    const refused = (await post('', aListing(categoryId, wrong), 400)) as unknown as {
      facts: { problems: { field: string }[] };
    };
    expect(refused.facts.problems.map(({ field }) => field)).toEqual([
      'needs',
      'faqs.0.question',
      'faqs.0.answer',
      'pictures.0.alt',
    ]);
  });
});
