import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message signed longer ago is refused; every delivery is signed anew. */
const TOLERANCE_SECONDS = 300;

export const SANDBOX_SIGNATURE_HEADER = 'sandbox-signature';

/** `t=<seconds>,v1=<hex>` over `<seconds>.<body>`. */
export function signWebhook(body: string, secret: string, nowSeconds: number): string {
  return `t=${nowSeconds},v1=${digest(body, secret, nowSeconds)}`;
}

export function isSignedBy(
  body: string,
  signature: string,
  secret: string,
  nowSeconds: number,
): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature);
  if (!match) return false;
  const signedAt = Number(match[1]);
  if (Math.abs(nowSeconds - signedAt) > TOLERANCE_SECONDS) return false;
  const given = Buffer.from(match[2] ?? '', 'hex');
  return timingSafeEqual(given, Buffer.from(digest(body, secret, signedAt), 'hex'));
}

function digest(body: string, secret: string, seconds: number): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
