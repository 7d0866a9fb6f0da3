/**
 * How much sound an Opus packet holds, in milliseconds.
 *
 * @source RFC 6716, section 3.1: five bits of configuration, one of channels, two of how many frames
 */
export function soundMsOf(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const frames = FRAMES[toc & 0x03] ?? (packet[1] ?? 1) & 0x3f;
  return frames * frameMs(toc >> 3);
}

/** By the last two bits; the fourth kind says its count in the next byte. */
const FRAMES = [1, 2, 2] as const;
const SILK_MS = [10, 20, 40, 60] as const;
const HYBRID_MS = [10, 20] as const;
const CELT_MS = [2.5, 5, 10, 20] as const;

function frameMs(configuration: number): number {
  if (configuration < 12) return SILK_MS[configuration % 4] ?? 20;
  if (configuration < 16) return HYBRID_MS[configuration % 2] ?? 20;
  return CELT_MS[configuration % 4] ?? 20;
}
