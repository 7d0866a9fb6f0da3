import * as Y from 'yjs';
import { BadDocumentUpdateError } from '../domain/sessions.errors.js';

/** The one shared type of a document. */
export const TEXT_NAME = 'text';

/**
 * Lets through what an editor of plain text says and nothing else: letters come and go in the one text of the
 * document. The ends of lines are those of editors; others would put the places of two editors out of step.
 *
 * @throws BadDocumentUpdateError
 */
export function assertPlainText(update: Uint8Array): void {
  let structs: ReturnType<typeof Y.decodeUpdate>['structs'];
  try {
    ({ structs } = Y.decodeUpdate(update));
  } catch {
    throw new BadDocumentUpdateError();
  }
  if (!structs.every(isPlain)) throw new BadDocumentUpdateError();
}

function isPlain(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { content, parentSub } = struct;
  // Read from an update, a root is known by its name.
  const parent: unknown = struct.parent;
  if (parentSub !== null || (typeof parent === 'string' && parent !== TEXT_NAME)) return false;
  if (content instanceof Y.ContentString) return !content.str.includes('\r');
  return content instanceof Y.ContentDeleted;
}
