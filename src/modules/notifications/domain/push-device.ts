import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../../shared/domain-error.js';

/** More than anybody carries; a script that subscribes over and over stops here. */
export const DEVICES_MAX = 10;
const ENDPOINT_LENGTH_MAX = 1000;
/** An uncompressed point of P-256: its mark and two coordinates. @source RFC 8291, 3.1 */
const PUBLIC_KEY = /^B[\w-]{86}$/;
/** Sixteen bytes. @source RFC 8291, 3.2 */
const AUTH_SECRET = /^[\w-]{22}$/;

/** Where a browser lets itself be reached, as it says itself. */
export interface PushSubscription {
  readonly endpoint: string;
  /** The browser's public key, base64url. */
  readonly p256dh: string;
  /** Shared secret of browser and sender, base64url. */
  readonly auth: string;
}

/** A browser that its person wants to be reached by, also while no page is open. */
export interface PushDevice extends PushSubscription {
  readonly id: string;
  readonly personId: string;
  /** It is reached for as long as this sign-in lasts. */
  readonly signInId: string;
  readonly createdAt: Temporal.Instant;
}

/**
 * What is wrong with a subscription. An endpoint is an address that a stranger names, so it has to be
 * https, without a name and password in it; what it leads to is checked when something is sent.
 *
 * @param allowsPlainHttp for tests
 */
export function checkSubscription(
  { endpoint, p256dh, auth }: PushSubscription,
  allowsPlainHttp: boolean,
): FieldProblem[] {
  return [
    ...(isEndpoint(endpoint, allowsPlainHttp)
      ? []
      : [{ field: 'endpoint', rule: 'https_address' }]),
    ...(PUBLIC_KEY.test(p256dh) ? [] : [{ field: 'p256dh', rule: 'format' }]),
    ...(AUTH_SECRET.test(auth) ? [] : [{ field: 'auth', rule: 'format' }]),
  ];
}

function isEndpoint(endpoint: string, allowsPlainHttp: boolean): boolean {
  const schemes = allowsPlainHttp ? 'https?' : 'https';
  // No "@" before the path: that would be a name and a password.
  return (
    endpoint.length <= ENDPOINT_LENGTH_MAX &&
    new RegExp(`^${schemes}://[^\\s/@?#]+(/[^\\s]*)?$`).test(endpoint)
  );
}
