import 'reflect-metadata';
import { jest } from '@jest/globals';
import { DEMO_CATEGORIES } from '../../../src/demo/content/categories.js';
import { ALWAYS_FREE, DEMO_EXPERTS } from '../../../src/demo/content/experts.js';
import { DEMO_LEARNERS, DEMO_STAFF, demoEmail } from '../../../src/demo/content/people.js';
import { SeedListings } from '../../../src/demo/seed/seed-listings.js';
import { DemoSeed } from '../../../src/demo/seed-demo.js';
import { DemoLinks } from '../../../src/demo/sign-in-links.js';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import { CatalogFacade, type SearchAnswer } from '../../../src/modules/catalog/index.js';
import { SchedulingFacade } from '../../../src/modules/scheduling/index.js';
import { VettingFacade } from '../../../src/modules/vetting/index.js';
import { TravellingClock } from '../../../src/platform/clock.js';
import { createTestStore } from '../../support/test-store.js';
import { type Demo, startDemo } from './demo-app.js';

const SEED_MS_MAX = 180_000;

/** What visitors can read, without ids and times. */
/** Without who is free just now: that is of the moment, not of the content. */
async function publicContent(demo: Demo): Promise<unknown> {
  const catalog = demo.face(CatalogFacade);
  const accounts = demo.face(AccountsFacade);
  const listings = await catalog.liveListings(idsOf(await everything(demo)), 'en');
  const people = await accounts.people(listings.map(({ expertId }) => expertId));
  return {
    categories: (await catalog.categoryViews('fr')).map(
      ({ id: _, freeNowCount: __, ...category }) => category,
    ),
    listings: listings
      .map(({ id: _, expertId, categoryId: __, ...listing }) => ({
        ...listing,
        expert: people.get(expertId)?.displayName,
        country: people.get(expertId)?.country,
      }))
      .sort((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

function everything(demo: Demo): ReturnType<CatalogFacade['search']> {
  return demo.face(CatalogFacade).search({ text: '', sort: 'best', offset: 0, limit: 1000 });
}

function idsOf({ hits }: SearchAnswer): string[] {
  return hits.map(({ listingId }) => listingId);
}

describe('the demo seed', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  }, SEED_MS_MAX);
  afterAll(() => demo.close());
  const face: Demo['face'] = (token) => demo.face(token);

  it('makes every person, category and offer of the demo', async () => {
    const { total } = await face(AccountsFacade).listPeople({ offset: 0, limit: 1 });
    expect(total).toBe(DEMO_EXPERTS.length + DEMO_LEARNERS.length + DEMO_STAFF.length);
    expect(await face(CatalogFacade).categoryViews('ar')).toHaveLength(DEMO_CATEGORIES.length);
    expect((await everything(demo)).total).toBe(120);
  });

  it('brings every offer to where a search finds it', async () => {
    for (const { listings } of DEMO_EXPERTS)
      for (const { title } of listings) {
        const found = await face(CatalogFacade).search({
          text: title,
          sort: 'best',
          offset: 0,
          limit: 3,
        });
        const views = await face(CatalogFacade).liveListings(idsOf(found), 'en');
        expect(views.map((view) => view.title)).toContain(title);
        expect(views.every((view) => view.state === 'live')).toBe(true);
      }
  });

  it('finds help for a dough that does not rise, typed in a hurry', async () => {
    const found = await face(CatalogFacade).search({
      text: 'my sourdogh does not rise',
      sort: 'best',
      offset: 0,
      limit: 1,
    });
    const [first] = await face(CatalogFacade).liveListings(idsOf(found), 'en');
    expect(first?.title).toMatch(/sourdough/);
  });

  it('leaves a history of weeks, each expert approved by the reviewer after applying', async () => {
    const reviewer = await face(AccountsFacade).personByEmail(demoEmail('reviewer'));
    expect(reviewer?.roles).toContain('reviewer');
    const now = new TravellingClock().now().epochMilliseconds;
    for (const { key, weeksHere } of DEMO_EXPERTS) {
      const expert = await face(AccountsFacade).personByEmail(demoEmail(key));
      expect(expert?.roles).toEqual(['learner', 'expert']);
      expect(expert?.isDemo).toBe(true);
      const days = (now - Date.parse(expert?.createdAt ?? '')) / 86_400_000;
      expect(days).toBeGreaterThan((weeksHere - 1) * 7);
      const application = await face(VettingFacade).applicationOf(expert?.id ?? '');
      expect(application?.state).toBe('approved');
      expect(Date.parse(application?.decidedAt ?? '')).toBeGreaterThan(
        Date.parse(application?.submittedAt ?? ''),
      );
    }
  });

  it('lets every expert be booked in the fortnight to come', async () => {
    for (const { key } of DEMO_EXPERTS) {
      const expert = await face(AccountsFacade).personByEmail(demoEmail(key));
      expect(await face(SchedulingFacade).nextSlots(expert?.id ?? '', 30, 1)).toHaveLength(1);
    }
  });

  it('has the experts who answer by themselves free now', async () => {
    for (const key of ALWAYS_FREE) {
      const expert = await face(AccountsFacade).personByEmail(demoEmail(key));
      expect(await face(SchedulingFacade).ownPresence(expert?.id ?? '')).toMatchObject({
        wantsFree: true,
        state: 'free_now',
      });
    }
  });

  it('prints links that sign in, on names that share no cookies', async () => {
    const lines = await face(DemoLinks).print('http://localhost:3000', 3000);
    const links = lines.filter((line) => line.includes('/sign-in/link/'));
    expect(links.filter((link) => link.includes('http://learner.localhost:3000/'))).toHaveLength(3);
    expect(links.filter((link) => link.includes('http://expert.localhost:3000/'))).toHaveLength(3);
    const token = links[0]?.split('/').at(-1);
    const url = await demo.app.getUrl();
    const answer = await fetch(`${url}/api/v1/auth/sign-in-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ token }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ email: demoEmail('learner'), isDemo: true });
  });

  it('lets only demo people be without a password', async () => {
    const form = { email: 'real@person.example', password: null, displayName: 'Somebody real' };
    const home = { country: 'FR', language: 'en', timeZone: 'Europe/Paris' };
    await expect(face(AccountsFacade).signUp({ ...form, ...home })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('changes nothing when it runs again', async () => {
    const before = await publicContent(demo);
    await face(DemoSeed).run();
    expect(await publicContent(demo)).toEqual(before);
    const { total } = await face(AccountsFacade).listPeople({ offset: 0, limit: 1 });
    expect(total).toBe(DEMO_EXPERTS.length + DEMO_LEARNERS.length + DEMO_STAFF.length);
  });

  it(
    'goes on where it was cut off',
    async () => {
      const other = await createTestStore('SQLite', { DEMO: '1' });
      const real = SeedListings.prototype.approve;
      let approvals = 0;
      const cutOff = jest.spyOn(SeedListings.prototype, 'approve');
      cutOff.mockImplementation(async function (this: SeedListings, ...of) {
        approvals += 1;
        if (approvals === 30) throw new Error('the light went out');
        await real.apply(this, of);
      });
      await expect(startDemo({ store: other })).rejects.toThrow('the light went out');
      cutOff.mockRestore();
      const again = await startDemo({ store: other });
      try {
        expect(await publicContent(again)).toEqual(await publicContent(demo));
      } finally {
        await again.close();
        await other.remove();
      }
    },
    SEED_MS_MAX,
  );

  it(
    'makes the same public content in every fresh store',
    async () => {
      const again = await startDemo();
      try {
        expect(await publicContent(again)).toEqual(await publicContent(demo));
      } finally {
        await again.close();
      }
    },
    SEED_MS_MAX,
  );
});
