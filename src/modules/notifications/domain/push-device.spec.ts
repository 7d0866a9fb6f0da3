import { checkSubscription } from './push-device.js';

const GOOD = {
  endpoint: 'https://push.example/send/abc',
  p256dh: `B${'x'.repeat(86)}`,
  auth: 'y'.repeat(22),
};

describe('checkSubscription', () => {
  it('takes what browsers give', () => {
    expect(checkSubscription(GOOD, false)).toEqual([]);
  });

  it.each([
    'http://push.example/send/abc',
    'https://user:password@push.example/send',
    'ftp://push.example/',
    'https://',
    `https://push.example/${'a'.repeat(1000)}`,
    'not an address',
  ])('refuses the endpoint %p', (endpoint) => {
    expect(checkSubscription({ ...GOOD, endpoint }, false)).toEqual([
      { field: 'endpoint', rule: 'https_address' },
    ]);
  });

  it('names every key that cannot be one', () => {
    const problems = checkSubscription({ ...GOOD, p256dh: 'short', auth: `${GOOD.auth}!` }, false);
    expect(problems.map(({ field }) => field)).toEqual(['p256dh', 'auth']);
  });

  it('takes plain http only where tests say so', () => {
    const local = { ...GOOD, endpoint: 'http://127.0.0.1:4000/send/abc' };
    expect(checkSubscription(local, true)).toEqual([]);
    expect(checkSubscription(local, false)).toHaveLength(1);
  });
});
