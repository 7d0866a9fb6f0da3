import type { Rung } from '../core/picture-ladder';

interface Limits {
  readonly maxBitrate: number;
  readonly maxFramerate?: number;
  readonly scaleResolutionDownBy?: number;
}

/** More than a face needs at 720p, and enough for small print on a screen. `sound` sends no picture at all. */
const LIMITS: Readonly<
  Record<'camera' | 'screen', Readonly<Record<Exclude<Rung, 'sound'>, Limits>>>
> = {
  camera: {
    full: { maxBitrate: 1_500_000 },
    low: { maxBitrate: 250_000, maxFramerate: 15, scaleResolutionDownBy: 2 },
    stills: { maxBitrate: 60_000, maxFramerate: 1, scaleResolutionDownBy: 2 },
  },
  // Print that is scaled down cannot be read: a screen becomes slower, not smaller.
  screen: {
    full: { maxBitrate: 2_500_000 },
    low: { maxBitrate: 400_000, maxFramerate: 5 },
    stills: { maxBitrate: 100_000, maxFramerate: 1 },
  },
};

/** Holds one sender to a rung of the ladder; nothing is negotiated anew. */
export async function sendRung(
  sender: RTCRtpSender,
  source: 'camera' | 'screen',
  rung: Rung,
): Promise<void> {
  const parameters = sender.getParameters();
  const { encodings } = parameters;
  if (encodings.length === 0) return;
  if (encodings.length > 1) {
    thinOut(encodings, rung);
    await sender.setParameters(parameters);
    return;
  }
  for (const encoding of encodings) {
    encoding.active = rung !== 'sound';
    if (rung === 'sound') continue;
    delete encoding.maxFramerate;
    delete encoding.scaleResolutionDownBy;
    Object.assign(encoding, { scaleResolutionDownBy: 1 }, LIMITS[source][rung]);
  }
  await sender.setParameters(parameters);
}

/** Several sizes are sent side by side already: below the top only the smallest is. */
function thinOut(encodings: RTCRtpEncodingParameters[], rung: Rung): void {
  const scales = encodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy ?? 1);
  const smallest = scales.indexOf(Math.max(...scales));
  encodings.forEach((encoding, index) => {
    encoding.active = rung === 'full' || (rung !== 'sound' && index === smallest);
  });
}
