import type { DocumentRecord } from '../persistence/document.records.js';

type Parties = Pick<DocumentRecord, 'kind' | 'learnerId' | 'expertId'>;

/** Whose a document is to keep. */
export function recipientOf({ kind, learnerId, expertId }: Parties): string {
  return isOfSession(kind) ? learnerId : expertId;
}

/** Who may read it: both parties where it is about the session, the expert alone where it is about the commission. */
export function readersOf({ kind, learnerId, expertId }: Parties): string[] {
  return isOfSession(kind) ? [learnerId, expertId] : [expertId];
}

function isOfSession(kind: DocumentRecord['kind']): boolean {
  return kind === 'invoice' || kind === 'credit_note';
}
