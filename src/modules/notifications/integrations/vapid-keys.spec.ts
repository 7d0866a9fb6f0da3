import { createPublicKey, createSign, createVerify } from 'node:crypto';
import type { Secrets } from '../../../platform/config/config.js';
import { VapidKeys } from './vapid-keys.js';

const keysOf = (appSecret: string): VapidKeys => new VapidKeys({ appSecret } as Secrets);

describe('VapidKeys', () => {
  it('are the same on every copy of an installation, and others elsewhere', () => {
    const one = keysOf('the secret of this installation');
    const copy = keysOf('the secret of this installation');
    const elsewhere = keysOf('the secret of another one');
    expect([copy.publicKey, copy.privateKey]).toEqual([one.publicKey, one.privateKey]);
    expect(elsewhere.publicKey).not.toBe(one.publicKey);
  });

  it('are a pair: what one signs the other proves', () => {
    const { publicKey, privateKey } = keysOf('the secret of this installation');
    const point = Buffer.from(publicKey, 'base64url');
    expect([point.length, point[0]]).toEqual([65, 4]);
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const signature = createSign('sha256')
      .update('hello')
      .sign({ key: { ...jwk, d: privateKey }, format: 'jwk' });
    const proof = createVerify('sha256').update('hello');
    expect(proof.verify(createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(true);
  });
});
