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
    super('invalid', 'sessions.empty_message', 'a message has text');
  }
}
