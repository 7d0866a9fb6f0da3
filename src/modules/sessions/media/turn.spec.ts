import { turnServers } from './turn.js';

describe('turnServers', () => {
  const urls = ['turn:turn.visavis.example:3478', 'turns:turn.visavis.example:443?transport=tcp'];

  it('gives a name that ends in six hours and the password that belongs to it', () => {
    expect(turnServers({ urls, secret: 'north' }, 'ada', 1_700_000_000_000)).toEqual([
      {
        urls,
        username: '1700021600:ada',
        // openssl dgst -sha1 -hmac north -binary | base64
        credential: 'y+wvDZnNpKJLVsMkdAIu8eEx8zA=',
      },
    ]);
  });

  it('names no relay where there is none', () => {
    expect(turnServers(null, 'ada', 0)).toEqual([]);
    expect(turnServers({ urls: [], secret: '' }, 'ada', 0)).toEqual([]);
  });
});
