import { createHmac } from 'node:crypto';
import type { IceServer } from './video-port.js';

/** A call with its waiting and its pauses is over by then. */
const VALID_HOURS = 6;

export interface TurnRelay {
  /** `turn:` and `turns:` addresses; none where there is no relay. */
  readonly urls: readonly string[];
  /** Shared with the relay. */
  readonly secret: string;
}

/**
 * What a browser needs to send through a relay where its network lets no UDP out: a name that ends by
 * itself and a password that follows from it, so that nobody can use the relay for anything else later.
 *
 * @source coturn's `use-auth-secret`: name `expiry:user`, password base64(HMAC-SHA1(secret, name))
 */
export function turnServers(
  relay: TurnRelay | null,
  participantId: string,
  nowMs: number,
): IceServer[] {
  if (relay === null || relay.urls.length === 0) return [];
  const username = `${Math.floor(nowMs / 1000) + VALID_HOURS * 3_600}:${participantId}`;
  const credential = createHmac('sha1', relay.secret).update(username).digest('base64');
  return [{ urls: relay.urls, username, credential }];
}
