import { TrackSource, type WebhookEvent } from 'livekit-server-sdk';
import type { MediaEvent, MediaKindSent, ReadWebhook } from '../video-port.js';

/** What LiveKit calls what somebody sends; sound of a screen is not among what our tokens allow. */
export const KIND_OF_SOURCE: ReadonlyMap<TrackSource, MediaKindSent> = new Map([
  [TrackSource.CAMERA, 'camera'],
  [TrackSource.MICROPHONE, 'microphone'],
  [TrackSource.SCREEN_SHARE, 'screen'],
]);

const PRESENCE: Readonly<Record<string, 'connected' | 'disconnected'>> = {
  participant_joined: 'connected',
  participant_left: 'disconnected',
  participant_connection_aborted: 'disconnected',
};

const SENDING: Readonly<Record<string, 'published' | 'unpublished'>> = {
  track_published: 'published',
  track_unpublished: 'unpublished',
};

/**
 * What a webhook says about the room, in our words. LiveKit tells times in whole seconds, so an event
 * may lie up to a second before what it tells of, never after it.
 */
export function mediaEventsOf(webhook: WebhookEvent): ReadWebhook {
  const roomId = webhook.room?.name ?? null;
  return { id: webhook.id, roomId, events: roomId === null ? [] : eventsOf(webhook, roomId) };
}

function eventsOf(webhook: WebhookEvent, roomId: string): MediaEvent[] {
  const { event, participant, track } = webhook;
  if (!participant) return [];
  const facts = {
    roomId,
    participantId: participant.identity,
    atMs: Number(webhook.createdAt) * 1000,
  };
  const presence = PRESENCE[event];
  if (presence) return [{ kind: presence, ...facts }];
  const sending = SENDING[event];
  const source = track ? KIND_OF_SOURCE.get(track.source) : undefined;
  return sending && source ? [{ kind: sending, source, ...facts }] : [];
}
