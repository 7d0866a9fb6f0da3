import type { DocumentFormat, VersionKind, Writers } from '../domain/document.js';
import type { DocumentRecord, DocumentVersionRecord } from '../persistence/document.records.js';

/** A document as both people of the session see it; times are RFC 3339, UTC. */
export interface DocumentView {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly format: DocumentFormat;
  readonly writers: Writers;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface VersionView {
  readonly number: number;
  readonly kind: VersionKind;
  readonly name: string;
  /** Null for the one that was saved when the session ended. */
  readonly savedBy: string | null;
  readonly savedAt: string;
  readonly restoredFrom: number | null;
}

export interface VersionWithText extends VersionView {
  readonly text: string;
}

export function documentViewOf(record: DocumentRecord): DocumentView {
  const { id, clientId, name, format, writers, createdBy, createdAt } = record;
  return { id, clientId, name, format, writers, createdBy, createdAt: createdAt.toString() };
}

export function versionViewOf(record: Omit<DocumentVersionRecord, 'content'>): VersionView {
  const { number, kind, name, savedBy, savedAt, restoredFrom } = record;
  return { number, kind, name, savedBy, savedAt: savedAt.toString(), restoredFrom };
}
