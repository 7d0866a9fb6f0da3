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
  const startsPartition = (first & 0x10) !== 0 && (first & 0x07) === 0;
  if (!startsPartition) return false;
  const header = payload[descriptorLength(payload)];
  return header !== undefined && (header & 0x01) === 0;
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

function descriptorLength(payload: Uint8Array): number {
  const isExtended = ((payload[0] ?? 0) & 0x80) !== 0;
  if (!isExtended) return 1;
  const flags = payload[1] ?? 0;
  let length = 2;
  if ((flags & 0x80) !== 0) length += ((payload[length] ?? 0) & 0x80) !== 0 ? 2 : 1; // picture id
  if ((flags & 0x40) !== 0) length += 1; // TL0PICIDX
  if ((flags & 0x30) !== 0) length += 1; // TID and KEYIDX share a byte
  return length;
}
