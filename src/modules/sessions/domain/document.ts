/** What a document was opened from, and so what it is given back as. */
export type DocumentFormat = 'text' | 'docx';

/** Who may write: both people of the session, or only whoever opened it. */
export type Writers = 'both' | 'author';

export type VersionKind = 'opened' | 'saved' | 'restored' | 'ended';

/** About two hundred pages; beyond it a browser on a phone gets slow. */
export const DOCUMENT_LENGTH_MAX = 400_000;
/** With what was deleted; a page that goes on for hours stays far below. */
export const DOCUMENT_BYTES_MAX = 6_000_000;
export const DOCUMENTS_PER_SESSION_MAX = 20;
export const VERSIONS_PER_DOCUMENT_MAX = 200;

/** Whether this person may change the text while the session is open. */
export function mayWrite(
  document: { readonly writers: Writers; readonly createdBy: string },
  personId: string,
): boolean {
  return document.writers === 'both' || document.createdBy === personId;
}

/** What a document is called when it is given back as a file: as it came, or as text where it was none. */
export function nameOfFile(name: string, format: DocumentFormat, as: 'own' | 'markdown'): string {
  if (format === 'text' || as === 'own') return name;
  return `${name.replace(/\.docx$/i, '')}.md`;
}
