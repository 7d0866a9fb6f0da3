/** Both browsers say every two seconds, signed and numbered, whether they are connected: one of the meter's three sources. */
export const HEARTBEAT_EVERY_MS = 2000;

export interface Heartbeat {
  readonly sessionId: string;
  readonly seq: number;
  readonly connected: boolean;
  /** Hex HMAC-SHA256 with the seat's key over `session|participant|seq|1 or 0`. */
  readonly mac: string;
}

export class HeartbeatSigner {
  private constructor(
    private readonly sessionId: string,
    private readonly participantId: string,
    private readonly key: CryptoKey,
    private seq: number,
  ) {}

  /**
   * @param firstSeq higher than any number of an earlier visit of the same seat; seconds since 1970 are,
   * because they run faster than one heartbeat in two seconds
   */
  static async create(
    sessionId: string,
    seat: { participantId: string; key: string },
    firstSeq: number,
  ): Promise<HeartbeatSigner> {
    const key = await crypto.subtle.importKey(
      'raw',
      bytesOfHex(seat.key),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    return new HeartbeatSigner(sessionId, seat.participantId, key, firstSeq);
  }

  async next(connected: boolean): Promise<Heartbeat> {
    const { sessionId } = this;
    const seq = this.seq++;
    const text = `${sessionId}|${this.participantId}|${seq}|${connected ? 1 : 0}`;
    const mac = await crypto.subtle.sign('HMAC', this.key, new TextEncoder().encode(text));
    return { sessionId, seq, connected, mac: hexOfBytes(new Uint8Array(mac)) };
  }
}

export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}

export function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
