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

/** Only its author writes in this document. */
export class DocumentReadOnlyError extends DomainError {
  constructor() {
    super('forbidden', 'sessions.document_read_only', 'only its author writes in this document');
  }
}

/** Not a change of plain text, as editors make them. */
export class BadDocumentUpdateError extends DomainError {
  constructor() {
    super('invalid', 'sessions.bad_document_update', 'this is no change of a plain text');
  }
}

export class DocumentTooLongError extends DomainError {
  constructor(lengthMax: number) {
    super('refused', 'sessions.document_too_long', 'the document is longer than can be edited', {
      max: lengthMax,
    });
  }
}

export class TooManyDocumentsError extends DomainError {
  constructor() {
    super('refused', 'sessions.too_many_documents', 'there are as many as a session can have');
  }
}

/** Faster than anybody types; the page waits and says all of it at once. */
export class TooManyUpdatesError extends DomainError {
  constructor() {
    super('refused', 'sessions.too_many_updates', 'changes come faster than they are taken');
  }
}

/** The bytes are no text, whatever the file is called. */
export class NotATextError extends DomainError {
  constructor() {
    super('invalid', 'sessions.not_a_text', 'this file holds no text that can be edited');
  }
}

/** A .docx that is none, or is too large when it is unpacked. */
export class UnreadableDocumentError extends DomainError {
  constructor() {
    super('invalid', 'sessions.unreadable_document', 'this document could not be read');
  }
}
