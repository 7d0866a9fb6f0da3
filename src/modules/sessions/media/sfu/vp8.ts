/** Payload bytes in one packet; with headers and encryption this stays under 1200 on the wire. */
const PAYLOAD_BYTES_MAX = 1_100;

/**
 * Whether an RTP payload begins a VP8 key frame.
 *
 * @source RFC 7741, sections 4.2 (payload descriptor) and 4.3 (payload header, P bit)
 */
export function startsKeyFrame(payload: Uint8Array): boolean {
  const first = payload[0];
  if (first === undefined) return false;
  if (!startsFrame(payload)) return false;
  const header = payload[descriptorLength(payload)];
  return header !== undefined && (header & 0x01) === 0;
}

/** Whether an RTP payload is the first of its picture. */
export function startsFrame(payload: Uint8Array): boolean {
  const first = payload[0] ?? 0;
  return (first & 0x10) !== 0 && (first & 0x07) === 0;
}

/**
 * Size of the picture that a key frame begins; null when it is none.
 *
 * @source RFC 6386, section 9.1
 */
export function sizeOfKeyFrame(frame: Uint8Array): { width: number; height: number } | null {
  const isKey = ((frame[0] ?? 1) & 0x01) === 0;
  const hasStartCode = frame[3] === 0x9d && frame[4] === 0x01 && frame[5] === 0x2a;
  if (!isKey || !hasStartCode) return null;
  const side = (at: number): number => ((frame[at] ?? 0) | ((frame[at + 1] ?? 0) << 8)) & 0x3fff;
  return { width: side(6), height: side(8) };
}

/**
 * Cuts one encoded VP8 frame into RTP payloads, each with its descriptor.
 *
 * @param pictureId counts frames; 15 bits of it are sent
 * @returns payloads in order; the last one ends the frame and wants the marker bit
 */
export function payloadsOfFrame(frame: Uint8Array, pictureId: number): Buffer[] {
  const payloads: Buffer[] = [];
  for (let at = 0; at < frame.length; at += PAYLOAD_BYTES_MAX) {
    const startBit = at === 0 ? 0x10 : 0;
    const descriptor = [0x80 | startBit, 0x80, 0x80 | ((pictureId >> 8) & 0x7f), pictureId & 0xff];
    payloads.push(Buffer.from([...descriptor, ...frame.subarray(at, at + PAYLOAD_BYTES_MAX)]));
  }
  return payloads;
}

/** Bytes of the payload descriptor that come before the picture itself. */
export function descriptorLength(payload: Uint8Array): number {
  const isExtended = ((payload[0] ?? 0) & 0x80) !== 0;
  if (!isExtended) return 1;
  const flags = payload[1] ?? 0;
  let length = 2;
  if ((flags & 0x80) !== 0) length += ((payload[length] ?? 0) & 0x80) !== 0 ? 2 : 1; // picture id
  if ((flags & 0x40) !== 0) length += 1; // TL0PICIDX
  if ((flags & 0x30) !== 0) length += 1; // TID and KEYIDX share a byte
  return length;
}
