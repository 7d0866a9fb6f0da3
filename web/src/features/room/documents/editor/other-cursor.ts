import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import * as Y from 'yjs';
import { realtime } from '../../../../shared/realtime/socket';
import type { DocumentSync } from './document-sync';

const SAY_AFTER_MS = 150;

interface Range {
  readonly anchor: number;
  readonly head: number;
}

interface Said {
  readonly anchor: object;
  readonly head: object;
}

const setOther = StateEffect.define<Range | null>();

class Caret extends WidgetType {
  constructor(private readonly name: string) {
    super();
  }

  override eq(other: Caret): boolean {
    return other.name === this.name;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'cm-other-caret';
    // Where somebody is changes all the time; a screen reader is told what is written, not that.
    caret.setAttribute('aria-hidden', 'true');
    const label = document.createElement('bdi');
    label.textContent = this.name;
    caret.append(label);
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Where the other person is in the text, with the name; and tells them where one is oneself. */
export function otherCursor(
  sync: DocumentSync,
  {
    sessionId,
    documentId,
    otherId,
    name,
  }: {
    sessionId: string;
    documentId: string;
    otherId: string;
    name: string;
  },
): { extension: Extension; connect: (view: EditorView) => () => void } {
  const caret = Decoration.widget({ widget: new Caret(name), side: 1 });
  const selected = Decoration.mark({ class: 'cm-other-selection' });
  const field = StateField.define<Range | null>({
    create: () => null,
    update(range, transaction) {
      const said = transaction.effects.find((effect) => effect.is(setOther));
      if (said) return said.value;
      if (range === null || !transaction.docChanged) return range;
      const { changes } = transaction;
      return { anchor: changes.mapPos(range.anchor), head: changes.mapPos(range.head) };
    },
    provide: (of) =>
      EditorView.decorations.from(of, (range) => {
        if (range === null) return Decoration.none;
        const from = Math.min(range.anchor, range.head);
        const to = Math.max(range.anchor, range.head);
        return Decoration.set(
          [...(from < to ? [selected.range(from, to)] : []), caret.range(range.head)],
          true,
        );
      }),
  });

  let timer: ReturnType<typeof setTimeout> | null = null;
  const say = (view: EditorView) => {
    timer ??= setTimeout(() => {
      timer = null;
      const cursor = view.hasFocus ? placeOf(sync.text, view.state.selection.main) : null;
      realtime.ask('document.cursor', { sessionId, documentId, cursor }).catch(() => undefined);
    }, SAY_AFTER_MS);
  };
  const tell = EditorView.updateListener.of(({ selectionSet, focusChanged, view }) => {
    if (selectionSet || focusChanged) say(view);
  });
  return {
    extension: [field, tell],
    connect: (view) => {
      let last: string | null = null;
      let isOpen = true;
      const place = () => {
        if (!isOpen) return;
        const range = last === null ? null : rangeOf(sync.doc, last);
        if (range && Math.max(range.anchor, range.head) > view.state.doc.length) return;
        view.dispatch({ effects: setOther.of(range) });
      };
      // Often the place is heard before the letters it is tied to; and the editor is busy while they come.
      const placeSoon = () => setTimeout(place);
      const stop = realtime.on('document.cursor', ({ documentId: of, personId, cursor: said }) => {
        if (of !== documentId || personId !== otherId) return;
        last = said;
        place();
      });
      sync.doc.on('update', placeSoon);
      return () => {
        isOpen = false;
        sync.doc.off('update', placeSoon);
        stop();
      };
    },
  };
}

/** Tied to letters and not to numbers: what is written in front of them does not move them. */
function placeOf(text: Y.Text, { anchor, head }: Range): string {
  const said: Said = {
    anchor: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, anchor)) as object,
    head: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, head)) as object,
  };
  return JSON.stringify(said);
}

/** Null also for what is no place: it came from another page. */
function rangeOf(doc: Y.Doc, cursor: string): Range | null {
  try {
    const said = JSON.parse(cursor) as Said;
    const [anchor, head] = [said.anchor, said.head].map((place) =>
      Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc),
    );
    return anchor && head ? { anchor: anchor.index, head: head.index } : null;
  } catch {
    return null;
  }
}
