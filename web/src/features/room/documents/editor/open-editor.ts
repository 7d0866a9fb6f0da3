import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type { DocumentSync } from './document-sync';
import { isProse, languageOf } from './languages';
import { otherCursor } from './other-cursor';
import { proseLines } from './prose-lines';
import { roomLooks } from './theme';

/** The same as the server's; beyond it a phone gets slow. */
export const DOCUMENT_LENGTH_MAX = 400_000;

export interface EditorWords {
  /** What the text field is called. */
  readonly label: string;
  /** The id of the sentence that says how one leaves it by keys. */
  readonly hintId: string;
  readonly otherName: string;
}

export interface OpenEditor {
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly focus: () => void;
  readonly close: () => void;
}

interface Place {
  readonly parent: HTMLElement;
  readonly fileName: string;
  readonly sessionId: string;
  readonly documentId: string;
  readonly otherId: string;
  readonly words: EditorWords;
  readonly onTooLong: () => void;
}

/** The editor on the page, tied to the shared text. Escape, then Tab leaves it; Tab alone moves a line in. */
export function openEditor(sync: DocumentSync, place: Place): OpenEditor {
  const { parent, fileName, words } = place;
  const cursor = otherCursor(sync, { ...place, name: words.otherName });
  const readOnly = new Compartment();
  const language = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: sync.text.toJSON(),
      extensions: [
        // Style elements need the nonce of the page.
        EditorView.cspNonce.of(nonceOfPage()),
        roomLooks,
        readOnly.of(EditorState.readOnly.of(true)),
        language.of([]),
        EditorView.lineWrapping,
        drawSelection(),
        highlightActiveLine(),
        isProse(fileName) ? proseLines : sourceLines(),
        noLongerThan(place.onTooLong),
        keymap.of([...yUndoManagerKeymap, ...defaultKeymap, indentWithTab]),
        yCollab(sync.text, null),
        cursor.extension,
        EditorView.contentAttributes.of({
          'aria-label': words.label,
          'aria-describedby': words.hintId,
          ...(isProse(fileName) && { spellcheck: 'true', autocorrect: 'on' }),
        }),
      ],
    }),
  });
  const disconnect = cursor.connect(view);
  void languageOf(fileName)
    .then((support) => support && view.dispatch({ effects: language.reconfigure(support) }))
    // A text without colours is still a text.
    .catch(() => undefined);
  return {
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(isReadOnly)) }),
    focus: () => view.focus(),
    close: () => {
      disconnect();
      view.destroy();
    },
  };
}

function sourceLines(): Extension {
  return [
    lineNumbers(),
    bracketMatching(),
    indentOnInput(),
    EditorView.editorAttributes.of({ dir: 'ltr' }),
  ];
}

/** Keeps out what one types or pastes beyond the end; what the other wrote is always shown. */
function noLongerThan(tell: () => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const { newDoc, startState } = transaction;
    const grows = transaction.docChanged && newDoc.length > startState.doc.length;
    if (!grows || newDoc.length <= DOCUMENT_LENGTH_MAX || !transaction.isUserEvent('input'))
      return transaction;
    tell();
    return [];
  });
}

function nonceOfPage(): string {
  return document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
}
