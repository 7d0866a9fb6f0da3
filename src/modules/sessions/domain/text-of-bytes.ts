/** A text whose ends of lines are those of editors: one sign, whatever the file had. */
export function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Reads the bytes of a file as text: by its mark of order, else as UTF-8, else as UTF-16 where every other
 * byte is zero, else as Latin 1 in the reading of Windows.
 *
 * @returns null for what is no text: bytes that no text has
 */
export function textOfBytes(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  // Tabs, ends of lines and of pages are in texts; no other control sign is.
  return text === null || hasControls(text) ? null : withPlainLines(text);
}

function decoded(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return read(bytes.subarray(2), 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return read(bytes.subarray(3), 'utf-8');
  const zeros = zerosIn(bytes.subarray(0, 512));
  if (zeros.odd > 0 && zeros.even === 0) return read(bytes, 'utf-16le');
  if (zeros.even > 0 && zeros.odd === 0) return read(bytes, 'utf-16be');
  if (zeros.even + zeros.odd > 0) return null;
  return read(bytes, 'utf-8') ?? read(bytes, 'windows-1252');
}

/** Where the first bytes are zero: letters of most languages have one in two in UTF-16. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const count = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) count[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return count;
}

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0c && unit !== 0x0d)
      return true;
    // What Latin 1 has no sign for is read as a control sign too.
    if (unit >= 0x7f && unit <= 0x9f && unit !== 0x85) return true;
  }
  return false;
}
