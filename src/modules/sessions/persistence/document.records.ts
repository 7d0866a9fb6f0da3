import { Temporal } from 'temporal-polyfill';
import { Entity } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { DocumentFormat, VersionKind, Writers } from '../domain/document.js';

/** A text that the two people of a session edit together. */
@Entity('sessions_documents')
export class DocumentRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'session_id' }) sessionId!: string;
  /** Made by the browser; unique with the session, so that opening twice is opening once. */
  @TextColumn({ name: 'client_id', length: 64 }) clientId!: string;
  /** A file name, with its ending. */
  @TextColumn({ length: 200 }) name!: string;
  @TextColumn({ length: 8 }) format!: DocumentFormat;
  @TextColumn({ length: 8 }) writers!: Writers;
  @RefColumn({ name: 'created_by' }) createdBy!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Temporal.Instant;
}

/** A change of a document; all of them in any order make its text. */
@Entity('sessions_document_updates')
export class DocumentUpdateRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'document_id' }) documentId!: string;
  /** An update of Yjs in base64; several become one when there are many. */
  @LongTextColumn() content!: string;
}

/** The text as it was when it was saved; never changed afterwards. */
@Entity('sessions_document_versions')
export class DocumentVersionRecord {
  @IdColumn() id!: string;
  @RefColumn({ name: 'document_id' }) documentId!: string;
  /** 1, 2, 3 …; unique within the document. */
  @CountColumn() number!: number;
  @TextColumn({ length: 10 }) kind!: VersionKind;
  /** What whoever saved it called it; may be empty. */
  @TextColumn({ length: 100 }) name!: string;
  @LongTextColumn() content!: string;
  /** Null for the one that is saved when the session ends. */
  @RefColumn({ name: 'saved_by', nullable: true }) savedBy!: string | null;
  @InstantColumn({ name: 'saved_at' }) savedAt!: Temporal.Instant;
  @CountColumn({ name: 'restored_from', nullable: true }) restoredFrom!: number | null;
}
