import { IsBase64, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What fits into one message of the connection; more is sent as a file. */
const UPDATE_LENGTH_MAX = 180_000;
const STATE_VECTOR_LENGTH_MAX = 60_000;
/** Two places in a text, each relative to a letter. */
const CURSOR_LENGTH_MAX = 1_000;

export class DocumentMessage {
  @IsUUID() sessionId!: string;
  @IsUUID() documentId!: string;
}

export class OpenDocumentMessage extends DocumentMessage {
  /** What the page has already, in base64. */
  @IsOptional() @IsBase64() @MaxLength(STATE_VECTOR_LENGTH_MAX) stateVector?: string;
}

export class DocumentUpdateMessage extends DocumentMessage {
  @IsBase64() @MaxLength(UPDATE_LENGTH_MAX) update!: string;
}

export class DocumentCursorMessage extends DocumentMessage {
  /** Null when the editor was left. */
  @IsOptional() @IsString() @MaxLength(CURSOR_LENGTH_MAX) cursor?: string | null;
}
