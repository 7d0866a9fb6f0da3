/** What one outgoing stream remembers, so that its numbers never jump when its source changes. */
export interface Continuity {
  readonly sequenceOffset: number;
  readonly timestampOffset: number;
  readonly lastSequence: number;
  readonly lastTimestamp: number;
  readonly lastAtMs: number;
}

export interface PacketPosition {
  readonly sequenceNumber: number;
  readonly timestamp: number;
}

const UINT16 = 0x1_0000;
const UINT32 = 0x1_0000_0000;

/**
 * Starts an outgoing stream, or carries one on from another source.
 *
 * The next packet follows the last one sent by one number, and by as many clock ticks as time has
 * gone by (at least one), so a receiver sees a pause and not a new stream.
 *
 * @param before    null for the first source of a stream
 * @param first     position of the source's first packet
 * @param clockRate ticks a second of the codec
 */
export function continueFrom(
  before: Continuity | null,
  first: PacketPosition,
  nowMs: number,
  clockRate: number,
): Continuity {
  if (before === null) {
    return { sequenceOffset: 0, timestampOffset: 0, ...lastOf(first), lastAtMs: nowMs };
  }
  const ticks = Math.max(1, Math.round(((nowMs - before.lastAtMs) * clockRate) / 1000));
  return {
    ...before,
    sequenceOffset: modulo(before.lastSequence + 1 - first.sequenceNumber, UINT16),
    timestampOffset: modulo(before.lastTimestamp + ticks - first.timestamp, UINT32),
  };
}

/** Position of a source's packet in the outgoing stream. Late packets keep their earlier place. */
export function positionIn(stream: Continuity, packet: PacketPosition): PacketPosition {
  return {
    sequenceNumber: modulo(packet.sequenceNumber + stream.sequenceOffset, UINT16),
    timestamp: modulo(packet.timestamp + stream.timestampOffset, UINT32),
  };
}

/** Remembers what was sent; a packet older than the newest changes nothing. */
export function afterSending(stream: Continuity, sent: PacketPosition, nowMs: number): Continuity {
  const ahead = modulo(sent.sequenceNumber - stream.lastSequence, UINT16);
  if (ahead >= UINT16 / 2) return stream;
  return { ...stream, ...lastOf(sent), lastAtMs: nowMs };
}

function lastOf(position: PacketPosition): { lastSequence: number; lastTimestamp: number } {
  return { lastSequence: position.sequenceNumber, lastTimestamp: position.timestamp };
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
