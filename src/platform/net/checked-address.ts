import { lookup as resolveName } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Where a name led when it was looked at. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: number;
}

/** The name stands for an address that is not on the public internet. */
export class AddressNotPublicError extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`);
    this.name = 'AddressNotPublicError';
  }
}

/**
 * The address behind a host that a stranger named; every one that the name stands for must be public.
 *
 * @param host a name or an address; IPv6 with or without brackets
 * @param allowsLocal for tests: this machine and its network are fine too
 * @throws AddressNotPublicError, and what looking up names throws
 */
export async function checkedAddress(host: string, allowsLocal: boolean): Promise<CheckedAddress> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const found =
    family === 0
      ? await resolveName(bare, { all: true, verbatim: true })
      : [{ address: bare, family }];
  const [first] = found;
  if (!first || !found.every(({ address }) => allowsLocal || isPublicAddress(address)))
    throw new AddressNotPublicError(bare);
  return first;
}

/** Connects where the check went: the name stays in request and certificate, and cannot change its mind in between. */
export function lookupOf(checked: CheckedAddress): LookupFunction {
  return (_, options, done) =>
    options.all === true ? done(null, [checked]) : done(null, checked.address, checked.family);
}
