// Every address of the product for people, with what the demo holds for them. Read by the pictures and by the tests.

const VISITOR = [
  ['home', '/'],
  ['search', '/search?q=bread'],
  ['search-nothing', '/search?q=zzzzqqqq'],
  ['category', '/categories/{category}'],
  ['listing', '/listings/{listing}'],
  ['expert', '/experts/{expert}'],
  ['become-an-expert', '/become-an-expert'],
  ['guarantee', '/guarantee'],
  ['tax', '/tax?seller=FR&buyer=DE&price=60'],
  ['terms', '/legal/terms'],
  ['privacy', '/legal/privacy'],
  ['imprint', '/legal/imprint'],
  ['sign-in', '/sign-in'],
  ['sign-up', '/sign-up'],
  ['sign-in-link', '/sign-in/link/spent'],
  ['verify-email', '/verify-email/spent'],
  ['missing', '/nothing-is-here'],
];

const LEARNER = [
  ['help', '/listings/{listing}/help'],
  ['ask', '/ask?problem=my+bread+is+flat'],
  ['book', '/listings/{bookable}/book'],
  ['bookings', '/bookings'],
  ['booking', '/bookings/{booking}'],
  ['receipts', '/receipts'],
  ['receipt', '/receipts/{receipt}'],
  ['wrap-up', '/sessions/{receipt}'],
  ['timeline', '/sessions/{receipt}/timeline'],
  ['settings', '/settings'],
  ['application', '/studio/application'],
];

const EXPERT = [
  ['studio', '/studio'],
  ['studio-listings', '/studio/listings'],
  ['studio-new-listing', '/studio/listings/new'],
  ['studio-listing', '/studio/listings/{own}'],
  ['studio-availability', '/studio/availability'],
  ['studio-tax', '/studio/tax'],
  ['studio-earnings', '/studio/earnings'],
];

const ADDRESSES = [
  ...VISITOR.map(([name, path]) => ({ name, path, who: 'visitor' })),
  ...LEARNER.map(([name, path]) => ({ name, path, who: 'learner' })),
  ...EXPERT.map(([name, path]) => ({ name, path, who: 'expert' })),
];

const GOOD_CARD = { method: 'card', number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };

/** The addresses as these two people see them; a booking is made where the learner has none. */
export async function addressesOf(learner, expert) {
  const things = await thingsOf(learner, expert);
  return ADDRESSES.map((address) => ({
    ...address,
    path: address.path.replace(/\{(\w+)\}/g, (_, name) => {
      if (!things[name]) throw new Error(`the demo has no ${name}`);
      return things[name];
    }),
  }));
}

async function thingsOf(learner, expert) {
  const { items: free } = await call(learner, 'GET', '/search?freeNow=1&price=per_minute');
  const { items: later } = await call(learner, 'GET', '/search?price=per_session');
  const { items: receipts } = await call(learner, 'GET', '/receipts');
  const { items: own } = await call(expert, 'GET', '/studio/listings');
  const bookable = later.find(({ availability }) => availability.nextSlotStartsAt !== null);
  return {
    listing: free[0]?.id,
    expert: free[0]?.expert.id,
    category: free[0]?.category.slug,
    bookable: bookable?.id,
    booking: bookable && (await bookingOf(learner, bookable)),
    receipt: receipts[0]?.sessionId,
    own: own[0]?.id,
  };
}

async function bookingOf(page, { id, availability }) {
  const { items } = await call(page, 'GET', '/bookings');
  if (items[0]) return items[0].id;
  const held = await call(page, 'POST', '/bookings', {
    listingId: id,
    startsAt: availability.nextSlotStartsAt,
  });
  await call(page, 'POST', `/bookings/${held.id}/confirm`, { payment: GOOD_CARD });
  return held.id;
}

/** The learner asks for help: at a demo expert's who answers at once, or at the given offer. */
export async function askForHelp(learner, listingId) {
  const { items } = await call(learner, 'GET', '/search?freeNow=1&price=per_minute');
  const id = listingId ?? items[0].id;
  const listing = await call(learner, 'GET', `/listings/${id}`);
  const request = await call(learner, 'POST', '/help-requests', {
    listingId: id,
    problem: 'It does not do what I want',
    language: listing.languages[0],
    ceilingMinutes: 15,
    payment: listing.price.model === 'free' ? null : GOOD_CARD,
  });
  return request.id;
}

/** Asks the API as the page would, with its cookies. */
export async function call(page, method, path, body) {
  const answer = await page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { ok: answer.ok, text: await answer.text() };
    },
    [method, path, body],
  );
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.text}`);
  return JSON.parse(answer.text || 'null');
}
