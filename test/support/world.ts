import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { agent as createAgent } from 'supertest';
import { AccountsFacade } from '../../src/modules/accounts/index.js';
import { BillingFacade } from '../../src/modules/billing/index.js';
import { CatalogFacade, type ListingDraft } from '../../src/modules/catalog/index.js';
import { TaxFacade } from '../../src/modules/tax/index.js';
import { VettingFacade } from '../../src/modules/vetting/index.js';
import type { TestApp } from './test-app.js';

type Agent = ReturnType<typeof createAgent>;

/** A person with a browser of their own: requests carry their sign-in. */
export interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly http: Agent;
}

export const PASSWORD = 'correct horse battery';
export const GOOD_CARD = {
  method: 'card',
  number: '4242 4242 4242 4242',
  expiry: '12/30',
  cvc: '123',
} as const;
export const DECLINED_CARD = { ...GOOD_CARD, number: '4000 0000 0000 0002' } as const;
export const CHALLENGED_CARD = { ...GOOD_CARD, number: '4000 0025 0000 3155' } as const;

/** A named person of the installation adopts the countries that paid help is sold in. */
export async function openCountries(test: TestApp, ...countries: readonly string[]): Promise<void> {
  const ops = await aPerson(test, 'Ops');
  for (const country of countries) await test.get(TaxFacade).adoptCountry(country, ops.id);
}

export async function aPerson(test: TestApp, name: string, country = 'FR'): Promise<Somebody> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@visavis.example`;
  const person = await test.get(AccountsFacade).signUp(
    {
      email,
      password: PASSWORD,
      displayName: name,
      country,
      language: 'en',
      timeZone: 'Europe/Paris',
    },
    { isVerified: true },
  );
  const http = createAgent(test.url);
  await http.post('/api/v1/auth/sign-in').send({ email, password: PASSWORD }).expect(200);
  return { id: person.id, email, http };
}

export async function aCategory(
  test: TestApp,
  slug = `cooking-${randomUUID().slice(0, 8)}`,
): Promise<string> {
  return test.get(CatalogFacade).addCategory({
    slug,
    parentId: null,
    icon: 'cooking',
    names: { en: 'Cooking', fr: 'Cuisine', ar: 'الطبخ' },
    requirements: [
      { key: 'experience', kind: 'text', isRequired: true, label: { en: 'Your experience' } },
    ],
    taxCategories: { lesson: ['hobby_class'], advice: ['consulting_personal'] },
    forbidsRecording: false,
    position: 1,
  });
}

export function aListing(categoryId: string, change: Partial<ListingDraft> = {}): ListingDraft {
  return {
    categoryId,
    title: 'Rescue your sourdough',
    summary: 'We look at your dough together and make it rise again.',
    description: 'Show me your starter and your dough; I tell you what to change, step by step.',
    kindOfHelp: 'advice',
    languages: ['en', 'fr'],
    price: {
      model: 'per_minute',
      amountMinor: '120',
      currency: 'EUR',
      sessionMinutes: null,
      freeMinutes: 0,
    },
    instant: true,
    ...change,
  };
}

/** Somebody approved, with one live offer, registered for tax in their country. */
export async function anExpert(
  test: TestApp,
  name: string,
  categoryId: string,
  change: Partial<ListingDraft> = {},
  country = 'FR',
): Promise<Somebody & { listingId: string }> {
  const expert = await aPerson(test, name, country);
  const reviewer = await aPerson(test, 'Reviewer');
  const vetting = test.get(VettingFacade);
  await test.get(BillingFacade).setSellerProfile(expert.id, {
    legalName: `${name} Helps`,
    address: '1 rue des Fours, 75001 Paris',
    facts: {
      country,
      kind: 'sole_trader',
      taxRegistered: true,
      id: country === 'DE' ? 'DE136695976' : 'FR40303265045',
      ossUnion: true,
    },
    evidence: [],
  });
  const application = await vetting.saveDraft(expert.id, {
    categoryId,
    about: 'I have baked bread for twenty years and taught it for ten of them.',
    answers: { experience: 'Twenty years at the oven' },
    evidenceFileIds: {},
    requirements: [{ key: 'experience', kind: 'text', isRequired: true }],
    listing: aListing(categoryId, change),
  });
  await vetting.submit(expert.id);
  await vetting.decide(application.id, 'approved', reviewer.id, null);
  return { ...expert, listingId: await listingMadeFor(test, expert.id) };
}

/** Another copy of the program may have the event in its hands just now. */
async function listingMadeFor(test: TestApp, expertId: string): Promise<string> {
  for (let look = 0; look < 100; look += 1) {
    await test.settle();
    const [listing] = await test.get(CatalogFacade).listingsOf(expertId);
    if (listing) return listing.id;
    await sleep(50);
  }
  throw new Error('the approval did not make a listing');
}

/** A key for a call that must not be made twice. */
export function idempotencyKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': randomUUID() };
}
