import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { CatalogFacade } from '../../../src/modules/catalog/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { aCategory, anExpert, openCountries, type Somebody } from '../../support/world.js';

/** Promised is one second; a busy machine may need longer, and no flip is ever lost for good. */
const LIMIT_MS = 5_000;
const PAGES = 12;

describe('somebody goes free, and goes again', () => {
  let test: TestApp;
  let expert: Somebody & { listingId: string };
  const pages: Socket[] = [];
  const heard: string[][] = [];
  beforeAll(async () => {
    test = await startTestApp();
    await openCountries(test, 'FR');
    expert = await anExpert(test, 'Marc', await aCategory(test));
    for (let page = 0; page < PAGES; page += 1) {
      const socket = io(test.url, { transports: ['websocket'] });
      const states: string[] = [];
      heard.push(states);
      socket.on('presence.changed', ({ expertId, state }: { expertId: string; state: string }) => {
        if (expertId === expert.id) states.push(state);
      });
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      pages.push(socket);
    }
  });
  afterAll(async () => {
    for (const page of pages) page.disconnect();
    await test.close();
  });

  const isFoundFree = async (): Promise<boolean> => {
    const query = { text: '', freeNow: true, sort: 'best', offset: 0, limit: 50 } as const;
    const { hits } = await test.get(CatalogFacade).search(query);
    return hits.some(({ listingId }) => listingId === expert.listingId);
  };
  /** Nobody works off the outbox here but the program itself. @returns how long it took until all knew */
  const flip = async (free: boolean): Promise<number> => {
    const begin = performance.now();
    await expert.http.put('/api/v1/studio/presence').send({ free }).expect(200);
    const state = free ? 'free_now' : 'away';
    const allKnow = async (): Promise<boolean> =>
      heard.every((states) => states.at(-1) === state) && (await isFoundFree()) === free;
    while (!(await allKnow())) {
      if (performance.now() - begin > LIMIT_MS) throw new Error(`not all know of ${state}`);
      await sleep(10);
    }
    return performance.now() - begin;
  };

  it('shows on every open page and in search by itself, each time once', async () => {
    for (const free of [true, false, true, false]) await flip(free);
    for (const states of heard) expect(states).toEqual(['free_now', 'away', 'free_now', 'away']);
  });
});
