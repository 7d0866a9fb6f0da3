import { DomainError } from '../../../shared/domain-error.js';

export class SessionOverError extends DomainError {
  constructor() {
    super('conflict', 'sessions.over', 'this session is over');
  }
}

export class RoomNotOpenYetError extends DomainError {
  constructor(opensAt: string) {
    super('refused', 'sessions.room_not_open_yet', 'the room opens later', { opensAt });
  }
}

export class BadHeartbeatError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'sessions.bad_heartbeat',
      'this heartbeat was not signed by the seat it speaks for',
    );
  }
}

export class EmptyMessageError extends DomainError {
  constructor() {
    super('invalid', 'sessions.empty_message', 'a message has text or a file');
  }
}

export class BadStrokeError extends DomainError {
  constructor() {
    super(
      'invalid',
      'sessions.bad_stroke',
      'a stroke is pairs of whole numbers inside the picture',
    );
  }
}

/** More pictures or lines than anybody needs: somebody's page, or somebody, has gone wrong. */
export class TooManyDrawingsError extends DomainError {
  constructor() {
    super('refused', 'sessions.too_many_drawings', 'there are too many stills or strokes already');
  }
}
