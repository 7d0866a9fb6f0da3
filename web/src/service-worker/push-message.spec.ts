import { overOf, type PushMessage, secondsLeft, shownOf } from './push-message';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const RING: PushMessage = {
  kind: 'ring',
  tag: 'ring-1',
  title: 'Lea needs help now',
  body: 'My sourdough does not rise',
  language: 'en',
  direction: 'ltr',
  path: '/studio',
  actions: [
    { action: 'accept', title: 'Accept' },
    { action: 'decline', title: 'Decline' },
  ],
  token: 'token',
  endsAt: '2026-11-23T08:01:00Z',
  leftText: '{{length}} to answer',
  overText: 'This ring is over',
};

describe('shownOf', () => {
  it('makes a ring heard once, with its answers and the time that is left', () => {
    expect(shownOf(RING, NOW, true)).toMatchObject({
      title: 'Lea needs help now',
      options: {
        tag: 'ring-1',
        body: '60 seconds to answer\nMy sourdough does not rise',
        silent: false,
        renotify: true,
        requireInteraction: true,
        actions: RING.actions,
      },
    });
  });

  it('counts down silently', () => {
    const { options } = shownOf(RING, NOW + 20_500, false);
    expect(options.body).toMatch(/^40 seconds to answer\n/);
    expect([options.silent, options.renotify]).toEqual([true, false]);
  });

  it('writes the time in the language of the reader', () => {
    const french = { ...RING, language: 'fr', leftText: '{{length}} pour répondre' };
    expect(shownOf(french, NOW, true).options.body).toMatch(/^60\s?secondes pour répondre\n/);
  });

  it('offers no answers once it is over', () => {
    const { title, options } = shownOf(overOf(RING), NOW, false);
    expect(title).toBe('Lea needs help now');
    expect(options).toMatchObject({ tag: 'ring-1', body: 'This ring is over', silent: true });
    expect(options.actions).toBeUndefined();
    expect(overOf(RING)).not.toHaveProperty('token');
  });
});

describe('secondsLeft', () => {
  it('is never below zero, and nothing where there is no end', () => {
    expect(secondsLeft(RING, NOW + 90_000)).toBe(0);
    expect(secondsLeft({ ...RING, kind: 'note', endsAt: undefined as never }, NOW)).toBeNull();
  });
});
