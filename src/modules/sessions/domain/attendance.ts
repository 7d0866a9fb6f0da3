import { type LineQuality, noteLoss, SOUND_LINE } from './line-quality.js';

/**
 * Who is there, told from three sources that do not trust each other: the media server's events, its
 * answers when it is polled, and heartbeats that both browsers sign and number.
 */
export interface Attendance {
  readonly isMediaConnected: boolean;
  /** When the connection that counts began; the end of an earlier one that is told late changes nothing. */
  readonly connectedAtMs: number | null;
  /** Last moment the media server vouches for, by event or poll; null before the first. */
  readonly mediaSeenAtMs: number | null;
  /** Highest number of a heartbeat that was taken; late and doubled ones are below. */
  readonly heartbeatSeq: number;
  readonly heartbeatAtMs: number | null;
  /** How the line was lately; being there on a poor one is being there, but nobody pays for it. */
  readonly line: LineQuality;
  /** A participant made by the server sends no heartbeats. */
  readonly needsHeartbeat: boolean;
}

export type Evidence =
  | { readonly source: 'media'; readonly kind: 'connected' | 'disconnected'; readonly atMs: number }
  | {
      readonly source: 'poll';
      readonly isConnected: boolean;
      readonly lastPacketAtMs: number | null;
      readonly atMs: number;
    }
  | { readonly source: 'heartbeat'; readonly seq: number; readonly atMs: number }
  | { readonly source: 'line'; readonly audioLossPercent: number; readonly atMs: number };

/** Heartbeats come every two seconds; a browser that is silent this long has frozen or gone. */
export const HEARTBEAT_LIMIT_MS = 15_000;

export function nobodyYet(needsHeartbeat: boolean): Attendance {
  return {
    isMediaConnected: false,
    connectedAtMs: null,
    mediaSeenAtMs: null,
    heartbeatSeq: 0,
    heartbeatAtMs: null,
    line: SOUND_LINE,
    needsHeartbeat,
  };
}

/** Takes one piece of evidence in; what is older than what is known changes nothing. */
export function witness(attendance: Attendance, evidence: Evidence): Attendance {
  switch (evidence.source) {
    case 'media':
      return evidence.kind === 'connected'
        ? beginConnection(attendance, evidence.atMs)
        : endConnection(attendance, evidence.atMs);
    case 'poll':
      return {
        ...attendance,
        isMediaConnected: evidence.isConnected,
        mediaSeenAtMs:
          Math.max(attendance.mediaSeenAtMs ?? 0, evidence.lastPacketAtMs ?? 0) ||
          attendance.mediaSeenAtMs,
      };
    case 'heartbeat':
      if (evidence.seq <= attendance.heartbeatSeq) return attendance;
      return { ...attendance, heartbeatSeq: evidence.seq, heartbeatAtMs: evidence.atMs };
    case 'line':
      return {
        ...attendance,
        line: noteLoss(attendance.line, evidence.audioLossPercent, evidence.atMs),
      };
  }
}

function beginConnection(attendance: Attendance, atMs: number): Attendance {
  if (atMs < (attendance.mediaSeenAtMs ?? 0)) return attendance;
  // A new connection is a new line.
  return {
    ...attendance,
    isMediaConnected: true,
    connectedAtMs: atMs,
    mediaSeenAtMs: atMs,
    line: SOUND_LINE,
  };
}

function endConnection(attendance: Attendance, atMs: number): Attendance {
  if (atMs < (attendance.connectedAtMs ?? 0)) return attendance;
  return { ...attendance, isMediaConnected: false, mediaSeenAtMs: atMs };
}

export function isPresent(attendance: Attendance, nowMs: number): boolean {
  return attendance.isMediaConnected && !isSilent(attendance, nowMs);
}

/** The last moment this person was surely there: nobody pays for seconds in which a dead line was waited for. */
export function lastSureMs(attendance: Attendance, nowMs: number): number {
  const media = attendance.isMediaConnected ? nowMs : (attendance.mediaSeenAtMs ?? nowMs);
  return isSilent(attendance, nowMs) ? Math.min(media, attendance.heartbeatAtMs ?? media) : media;
}

function isSilent({ needsHeartbeat, heartbeatAtMs }: Attendance, nowMs: number): boolean {
  return needsHeartbeat && (heartbeatAtMs === null || nowMs - heartbeatAtMs > HEARTBEAT_LIMIT_MS);
}
