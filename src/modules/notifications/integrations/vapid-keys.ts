import { createECDH, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../../../platform/config/config.js';

/** Order of the group of P-256. @source SEC 2, 2.4.2 */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** Eight more than the order has, so that no key is likelier than another. @source FIPS 186-5, A.2.1 */
const SEED_BYTES = 40;

/**
 * Who sends: the key pair that push services know this installation by. Worked out from its secret, so
 * every copy has the same without a shared file, and it is there from the first start on.
 */
@Injectable()
export class VapidKeys {
  /** Base64url, as browsers want it. */
  readonly publicKey: string;
  readonly privateKey: string;

  constructor(secrets: Secrets) {
    const seed = hkdfSync('sha256', secrets.appSecret, '', 'visavis web push sender', SEED_BYTES);
    const number = (BigInt(`0x${Buffer.from(seed).toString('hex')}`) % (ORDER - 1n)) + 1n;
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(Buffer.from(number.toString(16).padStart(64, '0'), 'hex'));
    this.publicKey = pair.getPublicKey('base64url');
    this.privateKey = Buffer.from(number.toString(16).padStart(64, '0'), 'hex').toString(
      'base64url',
    );
  }
}
