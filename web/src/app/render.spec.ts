import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Words } from '../i18n/languages';
import type { HomePage, ListingCard, MeView } from '../shared/api/contract';
import { renderPage, type RenderAnswer } from './render';

const LISTING: ListingCard = {
  id: 'l1',
  title: 'Your sourdough, rescued',
  summary: 'We look at your starter together.',
  language: 'en',
  languages: ['en', 'fr'],
  category: { slug: 'cooking', name: 'Cooking' },
  expert: {
    id: 'e1',
    displayName: 'Amina <Berrada>',
    avatarUrl: '/api/v1/avatars/e1.svg',
    languages: ['en'],
    country: 'FR',
    isDemo: true,
  },
  price: {
    model: 'per_minute',
    amount: { amountMinor: '150', currency: 'EUR' },
    taxIncluded: true,
    sessionMinutes: null,
    freeMinutes: 0,
    typical: { minutes: 20, amount: { amountMinor: '3000', currency: 'EUR' } },
  },
  rating: { average: 4.5, count: 12 },
  availability: { state: 'free_now', oddsSeconds: 20, isNew: false, nextSlotStartsAt: null },
  sellable: { ok: true, reason: null },
};

const HOME: HomePage = { categories: [], freeNow: [LISTING], stats: { expertsFreeNow: 3 } };

function me(language: string): MeView {
  return {
    person: null,
    display: { country: 'FR', language, currencyHint: 'EUR', emergencyNumber: '112' },
    servedCountries: [{ code: 'FR', name: 'France', displayInclusive: true }],
    payment: { provider: 'sandbox', publishableKey: null },
  };
}

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init);

type Answers = Record<string, (request: Request) => Response | Promise<Response>>;

function draw(
  path: string,
  {
    language = 'en',
    answers = {},
    body,
  }: { language?: string; answers?: Answers; body?: string } = {},
): Promise<RenderAnswer> {
  const all: Answers = {
    'GET /me': () => json(me(language)),
    'GET /home': () => json(HOME),
    ...answers,
  };
  return renderPage(
    {
      url: `http://visavis.test${path}`,
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' },
      ...(body !== undefined && { body }),
      apiFetch: async (request) => {
        const address = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`;
        return all[address]?.(request) ?? json({ code: 'http.not_found' }, { status: 404 });
      },
      language: 'en',
      nonce: 'n0nce',
      theme: 'dark',
      assets: { scripts: ['/assets/entry.js'], styles: ['/assets/entry.css'], preloads: [] },
    },
    async (wanted, namespace) =>
      JSON.parse(
        readFileSync(
          fileURLToPath(new URL(`../i18n/locales/${wanted}/${namespace}.json`, import.meta.url)),
          'utf8',
        ),
      ) as Words,
  );
}

describe('renderPage', () => {
  it('draws the home page with what the API says and the price never without a usual session', async () => {
    const { status, html } = await draw('/');
    expect(status).toBe(200);
    expect(html).toContain('Your sourdough, rescued');
    expect(html).toContain('€1.50 per minute');
    expect(html).toContain('usually about €30 for 20 minutes');
    expect(html).toContain('href="/listings/l1/help"');
    expect(html).toContain('data-theme="dark"');
  });

  it('never lets what people wrote become markup', async () => {
    const { html } = await draw('/');
    expect(html).not.toContain('Amina <Berrada>');
    expect(html).toContain('Amina &lt;Berrada&gt;');
  });

  it('gives every script of its own the nonce', async () => {
    const { html } = await draw('/');
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(0);
    for (const attributes of scripts)
      expect(attributes).toMatch(/nonce="n0nce"|type="application\/json"/);
  });

  it('turns the page round for Arabic', async () => {
    const { html } = await draw('/', { language: 'ar' });
    expect(html).toContain('<html lang="ar" dir="rtl"');
  });

  it('answers 404 for an address that names nothing and for a listing that is gone', async () => {
    expect((await draw('/nowhere')).status).toBe(404);
    const gone = await draw('/listings/gone');
    expect(gone.status).toBe(404);
    expect(gone.html).toContain('This page does not exist');
  });

  it('sends a visitor from a private page to the sign-in page and back', async () => {
    const { status, headers } = await draw('/receipts?tab=past');
    expect(status).toBe(303);
    expect(headers['location']).toBe('/sign-in?next=%2Freceipts%3Ftab%3Dpast');
  });

  it('signs in by a plain form post and hands the cookie on', async () => {
    const { status, headers, cookies } = await draw('/sign-in?next=/bookings', {
      body: 'email=a%40b.example&password=secret-enough',
      answers: {
        'POST /auth/sign-in': async (request) => {
          expect(await request.json()).toEqual({ email: 'a@b.example', password: 'secret-enough' });
          return json({ language: 'en' }, { headers: { 'set-cookie': 'visavis_session=s1' } });
        },
      },
    });
    expect(status).toBe(303);
    expect(headers['location']).toBe('/bookings');
    expect(cookies).toEqual(['visavis_session=s1']);
  });

  it('shows a refused sign-in in words and keeps the address but not the password', async () => {
    const { html } = await draw('/sign-in', {
      body: 'email=a%40b.example&password=not-this-one',
      answers: {
        'POST /auth/sign-in': () =>
          json({ code: 'accounts.wrong_credentials', facts: {} }, { status: 401 }),
      },
    });
    expect(html).toContain('Email or password is not right.');
    expect(html).toContain('value="a@b.example"');
    expect(html).not.toContain('not-this-one');
  });

  it('is still a page when the API does not answer', async () => {
    const { status, html } = await draw('/', {
      answers: {
        'GET /me': () => json({ code: 'server.error' }, { status: 500 }),
        'GET /home': () => json({ code: 'server.error' }, { status: 500 }),
      },
    });
    expect(status).toBe(500);
    expect(html).toContain('Something went wrong on our side');
  });
});
