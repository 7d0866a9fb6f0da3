import { createHash } from 'node:crypto';
import type { MediaEvent, ReadWebhook } from '../video-port.js';
import { readSeat } from './openvidu-seat.js';

/**
 * What a webhook says about the room, in our words; OpenVidu numbers none, so the same words count as
 * the same message. Somebody whom we disconnected ourselves is in the room by another connection.
 */
export function mediaEventsOf(body: string): ReadWebhook | null {
  const message = readObject(body);
  const { event, sessionId, timestamp, serverData, reason } = message ?? {};
  if (typeof event !== 'string' || typeof timestamp !== 'number') return null;
  const roomId = typeof sessionId === 'string' ? sessionId : null;
  const seat = readSeat(serverData);
  const events: MediaEvent[] = [];
  if (roomId !== null && seat?.of === 'camera') {
    const facts = { roomId, participantId: seat.participantId, atMs: timestamp };
    if (event === 'participantJoined') events.push({ kind: 'connected', ...facts });
    if (event === 'participantLeft' && reason !== 'forceDisconnectByServer')
      events.push({ kind: 'disconnected', ...facts });
  }
  return { id: createHash('sha256').update(body).digest('hex'), roomId, events };
}

function readObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
