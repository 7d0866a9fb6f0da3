import type { MediaKindSent } from '../video-port.js';

/**
 * The places of one browser's connection, the same for every connection and never renegotiated.
 *
 * A browser offers once: first its own microphone, camera and screen (send only), then the same
 * three for every other seat (receive only), then the presence channel. Whatever happens later -
 * somebody comes, shares a screen, changes a camera - only decides which packets go through which
 * place. That leaves nothing to negotiate twice, so nothing can collide.
 */
export const SOURCES = [
  'microphone',
  'camera',
  'screen',
] as const satisfies readonly MediaKindSent[];

/** Other people one browser can see. Four in a room: learner, expert, guardian or reviewer, one spare. */
export const REMOTE_SEATS = 3;

export const ROOM_SEATS = REMOTE_SEATS + 1;

export const DOWNLINK_SLOTS = REMOTE_SEATS * SOURCES.length;

/** Data channel id that both sides know; one small message a second keeps a silent line known as alive. */
export const PRESENCE_CHANNEL_ID = 0;

export function rtpKindOf(source: MediaKindSent): 'audio' | 'video' {
  return source === 'microphone' ? 'audio' : 'video';
}

export function clockRateOf(source: MediaKindSent): number {
  return source === 'microphone' ? 48_000 : 90_000;
}

/** The slot, counted from zero behind the browser's own three places. */
export function slotOf(remoteSeat: number, source: MediaKindSent): number {
  return remoteSeat * SOURCES.length + SOURCES.indexOf(source);
}
