import { CatalogFacade, type ListingDraft } from '../../../src/modules/catalog/index.js';
import { VettingFacade } from '../../../src/modules/vetting/index.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import { OutboxRecord } from '../../../src/platform/outbox/outbox.record.js';
import { Uploads } from '../../../src/platform/storage/uploads.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { ConsoleClient, type StaffSession } from './console-client.js';

const LOADING_MS = 120_000;
const LISTING: Omit<ListingDraft, 'categoryId'> = {
  title: 'Rescue your sourdough',
  summary: 'We look at your dough together and make it rise again.',
  description: 'Show me your starter and your dough; I tell you what to change, step by step.',
  kindOfHelp: 'advice',
  languages: ['en'],
  price: {
    model: 'per_minute',
    amountMinor: '120',
    currency: 'EUR',
    sessionMinutes: null,
    freeMinutes: 0,
  },
  instant: true,
};

interface ActionAnswer {
  readonly record: { readonly params: Record<string, unknown> };
  readonly notice?: { readonly message: string; readonly type: string };
}

describe('the console', () => {
  let app: TestApp;
  let client: ConsoleClient;
  let categoryId: string;
  let reviewer: StaffSession;
  let support: StaffSession;
  let ops: StaffSession;
  let admin: StaffSession;
  let reviewerId: string;

  beforeAll(async () => {
    app = await startTestApp();
    client = await ConsoleClient.start(app);
    categoryId = await app.get(CatalogFacade).addCategory({
      slug: 'cooking',
      parentId: null,
      icon: 'pot',
      names: { en: 'Cooking' },
      requirements: [{ key: 'years', kind: 'text', isRequired: true, label: { en: 'Years' } }],
      taxCategories: { advice: ['consulting_personal'] },
      forbidsRecording: false,
      position: 1,
    });
    reviewerId = await client.person('reviewer@visavis.example', ['reviewer']);
    await client.person('support@visavis.example', ['support']);
    await client.person('ops@visavis.example', ['ops']);
    await client.person('admin@visavis.example', ['admin']);
    reviewer = await client.signIn('reviewer@visavis.example');
    support = await client.signIn('support@visavis.example');
    ops = await client.signIn('ops@visavis.example');
    admin = await client.signIn('admin@visavis.example');
  }, LOADING_MS);
  afterAll(async () => {
    await client.stop();
    await app.close();
  });

  const applicationOf = async (personId: string): Promise<string> => {
    const vetting = app.get(VettingFacade);
    await vetting.saveDraft(personId, {
      categoryId,
      requirements: [{ key: 'years', kind: 'text', isRequired: true }],
      about: 'I have baked bread for twenty years and taught it for ten of them.',
      answers: { years: '20' },
      evidenceFileIds: {},
      listing: { ...LISTING, categoryId },
    });
    return (await vetting.submit(personId)).id;
  };
  const submittedBy = async (email: string): Promise<string> =>
    applicationOf(await client.person(email, ['learner']));
  const record = (id: string, action: string, resource = 'applications'): string =>
    `/admin/api/resources/${resource}/records/${id}/${action}`;
  const bodyOf = async (answer: Response): Promise<ActionAnswer> =>
    (await answer.json()) as ActionAnswer;
  const announced = (name: string): Promise<OutboxRecord[]> =>
    app.get(UnitOfWork).manager.findBy(OutboxRecord, { name });

  it('shows the queue to a reviewer, longest waiting first, and says how long', async () => {
    const first = await submittedBy('queue-1@visavis.example');
    app.clock.advance({ hours: 50 });
    reviewer = await client.signIn('reviewer@visavis.example');
    support = await client.signIn('support@visavis.example');
    ops = await client.signIn('ops@visavis.example');
    admin = await client.signIn('admin@visavis.example');
    const second = await submittedBy('queue-2@visavis.example');
    const ids = await reviewer.ids('applications');
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
    const { params } = (await bodyOf(await reviewer.get(record(first, 'show')))).record;
    expect(params).toMatchObject({ waiting: '2 days', isLate: true, state: 'submitted' });
    const page = JSON.parse(String(params['page'])) as { about: string; answers: unknown };
    expect(page.about).toContain('twenty years');
    expect(page.answers).toEqual([{ label: 'Years', answer: '20', isConfirm: false }]);
  });

  it('approves an application by POST, announces it and writes who asked', async () => {
    const id = await submittedBy('approved@visavis.example');
    const answer = await bodyOf(await reviewer.post(record(id, 'approve')));
    expect(answer.notice).toEqual({ message: 'done.application.approve', type: 'success' });
    expect(answer.record.params['state']).toBe('approved');
    const events = await announced('vetting.application.approved');
    expect(events.map((event) => event.lane)).toContain(id);
    const { items } = await app.get(Audit).list({ offset: 0, limit: 10 }, { subjectId: id });
    expect(items).toEqual([
      expect.objectContaining({
        actorId: reviewerId,
        action: 'vetting.application.approve',
        facts: { outcome: 'asked' },
      }),
    ]);
  });

  it('refuses an action that is asked for by a link, and changes nothing', async () => {
    const id = await submittedBy('link@visavis.example');
    for (const path of [record(id, 'approve'), record(id, 'approve').replace('/api/', '/API/')]) {
      const answer = await reviewer.get(path);
      expect(answer.status).toBe(405);
    }
    expect((await app.get(VettingFacade).application(id)).state).toBe('submitted');
  });

  it('refuses an action that another page asks for', async () => {
    const id = await submittedBy('other-page@visavis.example');
    for (const origin of ['https://evil.example', null])
      expect((await reviewer.post(record(id, 'approve'), {}, origin)).status).toBe(403);
    expect((await app.get(VettingFacade).application(id)).state).toBe('submitted');
  });

  it('wants reasons for sending back, and passes them on', async () => {
    const id = await submittedBy('sent-back@visavis.example');
    const without = await bodyOf(await reviewer.post(record(id, 'sendBack'), { reasons: '  ' }));
    expect(without.notice).toEqual({ message: 'vetting.reasons_missing', type: 'error' });
    expect(without.record.params['state']).toBe('submitted');
    const withReasons = await bodyOf(
      await reviewer.post(record(id, 'sendBack'), { reasons: 'Please add a picture.' }),
    );
    expect(withReasons.record.params['state']).toBe('changes_requested');
    expect((await app.get(VettingFacade).application(id)).reasons).toBe('Please add a picture.');
    const { items } = await app.get(Audit).list({ offset: 0, limit: 10 }, { subjectId: id });
    expect(items.map(({ facts }) => facts)).toContainEqual({
      outcome: 'refused',
      code: 'vetting.reasons_missing',
    });
    expect(JSON.stringify(items)).not.toContain('picture');
  });

  it('takes an application from the queue once, and tells the second reviewer', async () => {
    const id = await submittedBy('taken@visavis.example');
    const first = await bodyOf(await reviewer.post(record(id, 'take')));
    expect(first.record.params['state']).toBe('in_review');
    const second = await bodyOf(await admin.post(record(id, 'take')));
    expect(second.notice).toEqual({ message: 'vetting.wrong_state', type: 'error' });
  });

  it('does not let a reviewer decide about their own application', async () => {
    const id = await applicationOf(reviewerId);
    const answer = await bodyOf(await reviewer.post(record(id, 'approve')));
    expect(answer.notice).toEqual({ message: 'vetting.own_application', type: 'error' });
  });

  it('publishes a waiting revision, and refuses one with reasons', async () => {
    const catalog = app.get(CatalogFacade);
    const expertId = await client.person('expert@visavis.example', ['learner', 'expert']);
    const waiting = async (): Promise<string> => {
      const id = await catalog.createListing(expertId, { ...LISTING, categoryId });
      await catalog.submitListing(id, expertId);
      return id;
    };
    const [good, bad] = [await waiting(), await waiting()];
    expect(await reviewer.ids('listing-revisions')).toEqual([good, bad]);
    await reviewer.post(record(good, 'approve', 'listing-revisions'));
    expect((await catalog.listingForReview(good)).state).toBe('live');
    const silent = await reviewer.post(record(bad, 'refuse', 'listing-revisions'));
    expect((await bodyOf(silent)).notice?.message).toBe('catalog.reasons_missing');
    await reviewer.post(record(bad, 'refuse', 'listing-revisions'), { reasons: 'Too short.' });
    expect(await catalog.listingForReview(bad)).toMatchObject({
      reviewState: 'refused',
      reasons: 'Too short.',
    });
    expect(await reviewer.ids('listing-revisions')).toEqual([]);
  });

  it('shows work that was given up, tries it again once, and lets go of what will never work', async () => {
    const { manager } = app.get(UnitOfWork);
    const givenUp = async (lane: string): Promise<string> => {
      const id = app.get(Ids).next();
      const at = app.clock.now();
      await manager.insert(OutboxRecord, {
        id,
        kind: 'job',
        name: 'test.nobody-does-it',
        version: 1,
        lane,
        jobKey: lane,
        payload: {},
        occurredAt: at,
        dueAt: at,
        attempts: 12,
        failedAt: at,
        lastError: 'Error: the other end was away',
      });
      return id;
    };
    const [again, never] = [await givenUp('again'), await givenUp('never')];
    expect(await ops.ids('dead-letters')).toEqual([again, never]);
    const shown = await bodyOf(await ops.get(record(again, 'show', 'dead-letters')));
    expect(String(shown.record.params['page'])).toContain('the other end was away');

    const retried = await bodyOf(await ops.post(record(again, 'retry', 'dead-letters')));
    expect(retried.notice).toEqual({ message: 'done.deadLetter.retry', type: 'success' });
    expect((await manager.findOneBy(OutboxRecord, { id: again }))?.failedAt).toBeNull();
    await ops.post(record(never, 'letGo', 'dead-letters'));
    expect((await manager.findOneBy(OutboxRecord, { id: never }))?.doneAt).not.toBeNull();
    expect(await ops.ids('dead-letters')).toEqual([]);
    const { items } = await app.get(Audit).list({ offset: 0, limit: 10 }, { subjectId: never });
    expect(items.map(({ action }) => action)).toContain('platform.dead_letter.letGo');
  });

  it.each([
    ['applications', ['reviewer', 'admin']],
    ['listing-revisions', ['reviewer', 'admin']],
    ['categories', ['reviewer', 'ops', 'admin']],
    ['empty-searches', ['ops', 'admin']],
    ['people', ['support', 'admin']],
    ['mailbox', ['support', 'admin']],
    ['dead-letters', ['ops', 'admin']],
    ['payouts', ['ops', 'admin']],
    ['ledger-proofs', ['ops', 'admin']],
    ['audit', ['admin']],
  ])('opens %s to %j only', async (resource, allowed) => {
    const sessions = { reviewer, support, ops, admin };
    for (const [role, session] of Object.entries(sessions)) {
      const { status } = await session.get(`/admin/api/resources/${resource}/actions/list`);
      expect({ role, status }).toEqual({ role, status: allowed.includes(role) ? 200 : 403 });
    }
  });

  it('refuses a decision by somebody whose role does not cover it', async () => {
    const id = await submittedBy('wrong-role@visavis.example');
    expect((await support.post(record(id, 'approve'))).status).toBe(403);
    expect((await app.get(VettingFacade).application(id)).state).toBe('submitted');
  });

  it('changes the tree for ops only, says what is wrong field by field, and logs how it was before', async () => {
    const description = { slug: 'baking', icon: 'cooking', names: { en: 'Baking' } };
    const input = (value: object): object => ({ input: JSON.stringify(value) });
    const describe = record(categoryId, 'describe', 'categories');
    const create = '/admin/api/resources/categories/actions/create';
    for (const session of [reviewer, support])
      for (const path of [describe, create])
        expect((await session.post(path, input(description))).status).toBe(403);
    expect((await ops.get(describe)).status).toBe(405);
    const wrong = (await (
      await ops.post(describe, input({ ...description, slug: 'No!', names: {} }))
    ).json()) as { refusal: { facts: { problems: { field: string }[] } } };
    expect(wrong.refusal.facts.problems.map(({ field }) => field)).toEqual(['names.en', 'slug']);
    const done = await bodyOf(await ops.post(describe, input(description)));
    expect(done.notice).toEqual({ message: 'done.category.describe', type: 'success' });
    expect((await app.get(CatalogFacade).categoryAt('cooking')).slug).toBe('baking');
    const { items } = await app.get(Audit).list({ offset: 0, limit: 2 }, { subjectId: categoryId });
    const [after, before] = items.map(({ facts }) => facts);
    expect(after).toMatchObject({ outcome: 'done', after: { slug: 'baking' } });
    expect(before).toMatchObject({ outcome: 'asked', before: { slug: 'cooking' } });
    const begun = (await (
      await ops.post(create, input({ ...description, slug: 'pies', parentId: categoryId }))
    ).json()) as { recordUrl: string };
    expect(begun.recordUrl).toMatch(/^\/admin\/resources\/categories\/records\/[\w-]+\/show$/);
  });

  it('asks everybody without a sign-in to sign in, for pages, data and scripts alike', async () => {
    for (const path of [
      '/admin',
      '/admin/api/dashboard',
      '/admin/api/resources/people/actions/list',
      '/admin/frontend/assets/app.bundle.js',
      '/admin/evidence/x/y',
    ]) {
      const answer = await fetch(client.origin + path, { redirect: 'manual' });
      expect(answer.status).toBe(303);
    }
  });

  it.each(['new', 'edit', 'delete', 'bulkDelete', 'search'])(
    'has no %s of AdminJS, for admins neither',
    async (action) => {
      const paths = [
        `/admin/api/resources/people/actions/${action}`,
        record(reviewerId, action, 'people'),
        `/admin/api/resources/people/bulk/${action}?recordIds=${reviewerId}`,
      ];
      for (const path of paths) {
        expect((await admin.get(path)).status).toBeGreaterThanOrEqual(403);
        expect((await admin.post(path, { name: 'Changed' })).status).toBeGreaterThanOrEqual(403);
      }
    },
  );

  it('writes every look at people to the audit log, with whose data was shown', async () => {
    await support.get(`/admin/api/resources/people/actions/list?filters.name=reviewer@visavis`);
    await support.get(record(reviewerId, 'show', 'people'));
    const { items } = await app.get(Audit).list({ offset: 0, limit: 2 });
    expect(items.map(({ action, subjectId, facts }) => ({ action, subjectId, facts }))).toEqual([
      { action: 'accounts.person.read', subjectId: reviewerId, facts: {} },
      { action: 'accounts.person.list', subjectId: null, facts: { ids: [reviewerId] } },
    ]);
  });

  it('shows an evidence file to reviewers only, lets nothing in it run, and writes who looked', async () => {
    const personId = await client.person('evidence@visavis.example', ['learner']);
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    const file = await app.get(Uploads).add(personId, 'diploma.png', png);
    const { id } = await app.get(VettingFacade).saveDraft(personId, {
      categoryId,
      requirements: [{ key: 'diploma', kind: 'file', isRequired: true }],
      about: 'I have baked bread for twenty years and taught it for ten of them.',
      answers: {},
      evidenceFileIds: { diploma: file.id },
      listing: { ...LISTING, categoryId },
    });
    const answer = await reviewer.get(`/admin/evidence/${id}/diploma`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect((await support.get(`/admin/evidence/${id}/diploma`)).status).toBe(403);
    expect((await reviewer.get(`/admin/evidence/${id}/licence`)).status).toBe(404);
    const { items } = await app.get(Audit).list({ offset: 0, limit: 10 }, { subjectId: id });
    expect(items).toEqual([
      expect.objectContaining({ actorId: reviewerId, action: 'vetting.evidence.read' }),
    ]);
  });

  it('sends headers that let nothing foreign in, and a page that asks no foreign host', async () => {
    const answer = await reviewer.get('/admin');
    const page = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(policy).toMatch(/script-src 'self' 'nonce-/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[\w-]{8,64}$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).not.toMatch(/(src|href)="https?:/);
    const inline = page.match(/<script(?![^>]*src)[^>]*>/g) ?? [];
    expect(inline.length).toBeGreaterThan(1);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
  });

  it('keeps a name from becoming a part of the page', async () => {
    const displayName = '</script><script>alert(1)</script>';
    await client.person('mallory@visavis.example', ['reviewer'], { displayName });
    const session = await client.signIn('mallory@visavis.example');
    const page = await (await session.get('/admin')).text();
    expect(page).toContain('alert(1)');
    expect(page).not.toMatch(/<script[^>]*>\s*alert/);
  });

  it('tells an admin what happened in the log', async () => {
    const answer = await admin.get(
      '/admin/api/resources/audit/actions/list?filters.action=vetting.application.approve',
    );
    const { records } = (await answer.json()) as { records: { params: Record<string, unknown> }[] };
    expect(records.length).toBeGreaterThan(0);
    expect(records[0]?.params['action']).toBe('vetting.application.approve');
  });
});
