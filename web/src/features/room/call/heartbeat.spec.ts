import { createHmac } from 'node:crypto';
import { bytesOfHex, HeartbeatSigner, hexOfBytes } from './heartbeat';

const KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';

describe('HeartbeatSigner', () => {
  it('signs what the server will sign, and never uses a number twice', async () => {
    const signer = await HeartbeatSigner.create('s1', { participantId: 'p1', key: KEY }, 41);
    const first = await signer.next(true);
    const second = await signer.next(false);
    const mac = (text: string) =>
      createHmac('sha256', Buffer.from(KEY, 'hex')).update(text).digest('hex');
    expect(first).toEqual({ sessionId: 's1', seq: 41, connected: true, mac: mac('s1|p1|41|1') });
    expect(second).toEqual({ sessionId: 's1', seq: 42, connected: false, mac: mac('s1|p1|42|0') });
  });
});

describe('hex', () => {
  it('goes there and back', () => {
    expect(hexOfBytes(bytesOfHex(KEY))).toBe(KEY);
  });
});
