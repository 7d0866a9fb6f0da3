import { isIPv4, isIPv6 } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** What one connection to the internet gets of version 6; inside it a visitor has as many addresses as they like. */
const GROUPS_OF_A_CONNECTION = 4;
const GROUPS = 8;

/**
 * What tells one connection to the internet from another: the address, of version 6 the first half of it.
 *
 * @returns null for what is not public: behind a proxy that is not known as one, everybody would look the same
 */
export function publicNetworkOf(address: string): string | null {
  // A version 4 address as version 6 sockets see it.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isPublicAddress(plain)) return null;
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? groupsOf(plain).slice(0, GROUPS_OF_A_CONNECTION).join(':') : null;
}

function groupsOf(address: string): string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const gap = after === undefined ? 0 : GROUPS - head.length - tail.length;
  return [...head, ...Array.from({ length: gap }, () => '0'), ...tail].map((group) =>
    parseInt(group, 16).toString(16),
  );
}
