import { readDocx } from './read-docx.js';
import { writeDocx } from './write-docx.js';

export type DocxQuestion =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly text: string };

/** Null: it is no .docx that can be read. */
export type DocxAnswer = string | Uint8Array | null;

export function answerDocx(question: DocxQuestion): Promise<DocxAnswer> {
  return question.kind === 'read' ? readDocx(question.bytes) : writeDocx(question.text);
}
