/** A UUID of version 7, lower case with dashes: sorts by the time it was made. */
export type Id = string;

/**
 * Builds a UUIDv7 from its parts.
 *
 * @param epochMs milliseconds since 1970, zero or more
 * @param random  ten random bytes
 * @source RFC 9562, section 5.7
 */
export function uuidV7(epochMs: number, random: Uint8Array): Id {
  const hex = [
    epochMs.toString(16).padStart(12, '0'),
    ...Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')),
  ].join('');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
