import { DomainError } from '../../../shared/domain-error.js';

export class MediaRoomNotOpenError extends DomainError {
  constructor(roomId: string) {
    super('missing', 'sessions.media_room_not_open', 'the room has no open media room', { roomId });
  }
}

export class MediaRoomFullError extends DomainError {
  constructor(roomId: string, seats: number) {
    super('refused', 'sessions.media_room_full', 'every seat of the media room is taken', {
      roomId,
      seats,
    });
  }
}

export class NotAdmittedError extends DomainError {
  constructor(roomId: string) {
    super('forbidden', 'sessions.media_not_admitted', 'this person has no seat in the room', {
      roomId,
    });
  }
}

/** The browser said something that its connector never says, or an offer that cannot be answered. */
export class BadSignalError extends DomainError {
  constructor(reason: string, options?: { cause?: unknown }) {
    super('invalid', 'sessions.media_bad_signal', `bad signal: ${reason}`, { reason }, options);
  }
}

/** The seat that spoke is not the one that counts: it was replaced or the media plane restarted. */
export class SeatGoneError extends DomainError {
  constructor(roomId: string) {
    super('conflict', 'sessions.media_seat_gone', 'this seat is gone, join again', { roomId });
  }
}

export class VideoUnavailableError extends DomainError {
  constructor(reason: string, options?: { cause?: unknown }) {
    super('unavailable', 'sessions.media_unavailable', `live video: ${reason}`, {}, options);
  }
}

/** Not from the media server this installation uses, or changed on the way. */
export class UnverifiedWebhookError extends DomainError {
  constructor(options?: { cause?: unknown }) {
    super(
      'unauthenticated',
      'sessions.webhook_unverified',
      'this webhook does not prove where it comes from',
      {},
      options,
    );
  }
}
