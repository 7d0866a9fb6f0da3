import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  createVerify,
  type ECDH,
  hkdfSync,
} from 'node:crypto';

const SALT_BYTES = 16;
const TAG_BYTES = 16;
const PUBLIC_KEY_BYTES = 65;
/** The last record of a message ends with this, then zeros. @source RFC 8188, 2 */
const LAST_RECORD = 2;
const DAY_SECONDS = 24 * 60 * 60;

/** Keys of a browser that subscribed. */
export interface BrowserKeys {
  readonly pair: ECDH;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
}

export function newBrowserKeys(auth: Buffer): BrowserKeys {
  const pair = createECDH('prime256v1');
  return { pair, publicKey: pair.generateKeys(), auth };
}

/** Reads a message as the browser would. @source RFC 8188 and RFC 8291 @throws where anything is wrong */
export function decrypt(letter: Buffer, { pair, publicKey, auth }: BrowserKeys): string {
  const salt = letter.subarray(0, SALT_BYTES);
  const keyLength = letter.readUInt8(SALT_BYTES + 4);
  if (keyLength !== PUBLIC_KEY_BYTES) throw new Error('the sender’s key is not in the header');
  const headerEnd = SALT_BYTES + 5 + keyLength;
  const senderKey = letter.subarray(SALT_BYTES + 5, headerEnd);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, senderKey]);
  const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(senderKey), auth, info, 32));
  const derive = (label: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, bytes));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(letter.subarray(-TAG_BYTES));
  const record = Buffer.concat([
    decipher.update(letter.subarray(headerEnd, -TAG_BYTES)),
    decipher.final(),
  ]);
  const end = record.lastIndexOf(LAST_RECORD);
  if (end < 0 || record.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error('the padding is wrong');
  return record.subarray(0, end).toString('utf8');
}

/**
 * Who sends, as proven by the authorisation header.
 *
 * @source RFC 8292
 * @returns the sender's public key, base64url
 * @throws where the proof is missing, for another service, too old or too long valid
 */
export function senderOf(authorization: string, origin: string, nowSeconds: number): string {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = '', body = '', signature = ''] = token.split('.');
  const { alg } = parse<{ alg?: string }>(header);
  if (alg !== 'ES256') throw new Error(`signed with ${alg}`);
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = createVerify('sha256')
    .update(`${header}.${body}`)
    .verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  if (!isSigned) throw new Error('the signature is wrong');
  const { aud, exp = 0, sub = '' } = parse<{ aud?: string; exp?: number; sub?: string }>(body);
  if (aud !== origin) throw new Error(`meant for ${aud}`);
  if (exp <= nowSeconds || exp > nowSeconds + DAY_SECONDS) throw new Error('not valid now');
  if (!/^(mailto:|https:)/.test(sub)) throw new Error('nobody to write to');
  return key;
}

function parse<T>(part: string): T {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as T;
}
