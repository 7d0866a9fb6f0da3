import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { ask, send } from './browser.js';
import { GOOD_CARD } from './world.js';

export type Visitor = 'visitor' | 'learner' | 'expert';

interface Address {
  readonly name: string;
  readonly path: string;
  readonly who: Visitor;
}

interface Listing {
  readonly id: string;
  readonly category: { readonly slug: string };
  readonly expert: { readonly id: string };
  readonly price: { readonly model: string };
  readonly availability: { readonly nextSlotStartsAt: string | null };
}

/** Every address of the product for people, filled in with what the demo holds for these two. */
export async function addressesOf(learner: Page, expert: Page): Promise<readonly Address[]> {
  const fill = await thingsOf(learner, expert);
  const file = new URL('../../tools/addresses.json', import.meta.url);
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as Address[];
  return addresses.map((address) => ({
    ...address,
    path: address.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = fill[name];
      if (value === undefined) throw new Error(`the demo has no ${name}`);
      return value;
    }),
  }));
}

async function thingsOf(learner: Page, expert: Page): Promise<Readonly<Record<string, string>>> {
  const { items: free } = await ask<{ items: Listing[] }>(
    learner,
    '/search?freeNow=1&price=per_minute',
  );
  const { items: later } = await ask<{ items: Listing[] }>(learner, '/search?price=per_session');
  const { items: receipts } = await ask<{ items: { sessionId: string }[] }>(learner, '/receipts');
  const { items: own } = await ask<{ items: { id: string }[] }>(expert, '/studio/listings');
  const bookable = later.find(({ availability }) => availability.nextSlotStartsAt !== null);
  return {
    listing: free[0]?.id ?? '',
    expert: free[0]?.expert.id ?? '',
    category: free[0]?.category.slug ?? '',
    bookable: bookable?.id ?? '',
    booking: bookable ? await aBooking(learner, bookable) : '',
    receipt: receipts[0]?.sessionId ?? '',
    own: own[0]?.id ?? '',
  };
}

/** A slot that is held and paid for. */
export async function aBooking(page: Page, { id, availability }: Listing): Promise<string> {
  const held = await send(page, 'POST', '/bookings', {
    listingId: id,
    startsAt: availability.nextSlotStartsAt,
  });
  const booking = held.body as { id: string };
  await send(page, 'POST', `/bookings/${booking.id}/confirm`, { payment: GOOD_CARD });
  return booking.id;
}
