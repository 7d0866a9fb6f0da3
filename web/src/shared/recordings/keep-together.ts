/** What one track has to do to be where the player is. */
export type Correction =
  | { readonly kind: 'stay' }
  /** Play a little faster or slower until it has caught up. */
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'jump'; readonly toSeconds: number };

/** Lips and voices that are further apart are noticed. */
export const APART_SECONDS_MAX = 0.1;
/** Closer than this nothing is done: decoders are not more exact. */
const CLOSE_SECONDS = 0.03;
/** Further than this it is not worth catching up. */
const FAR_SECONDS = 0.5;
/** Not heard as another pitch. */
const CATCH_UP = 0.08;

/**
 * Keeps tracks together: those that are a little apart are played a little faster or slower, those that are far apart jump.
 *
 * @param trackSeconds  where the track is
 * @param playerSeconds where it should be
 * @param speed         what the player plays at
 */
export function correctionOf(
  trackSeconds: number,
  playerSeconds: number,
  speed: number,
): Correction {
  const behind = playerSeconds - trackSeconds;
  const apart = Math.abs(behind);
  if (apart > FAR_SECONDS) return { kind: 'jump', toSeconds: playerSeconds };
  if (apart <= CLOSE_SECONDS) return { kind: 'stay' };
  return { kind: 'rate', rate: speed * (1 + Math.sign(behind) * CATCH_UP) };
}
