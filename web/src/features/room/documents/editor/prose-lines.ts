import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const turning = Decoration.line({ attributes: { dir: 'auto' } });

function linesIn(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      lines.add(line.from, line.from, turning);
      at = line.to + 1;
    }
  return lines.finish();
}

/** Each line runs in the direction of its own words. */
export const proseLines: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      lines: DecorationSet;

      constructor(view: EditorView) {
        this.lines = linesIn(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.lines = linesIn(update.view);
      }
    },
    { decorations: ({ lines }) => lines },
  ),
];
