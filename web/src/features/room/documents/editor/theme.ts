import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const looks = EditorView.theme(
  {
    '&': { height: '100%', color: 'var(--color-stage-ink)', fontSize: 'var(--text-sm)' },
    '&.cm-focused': { outline: '2px solid var(--color-stage-accent)', outlineOffset: '-2px' },
    '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
    '.cm-content': { caretColor: 'var(--color-stage-ink)', padding: '0.75rem 0' },
    '.cm-line': { padding: '0 1rem' },
    '.cm-cursor': { borderLeftColor: 'var(--color-stage-ink)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
      backgroundColor: 'rgb(87 207 159 / 0.3) !important',
    },
    '.cm-gutters': {
      backgroundColor: 'transparent',
      color: 'var(--color-stage-muted)',
      border: 'none',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'rgb(255 255 255 / 0.05)' },
    '.cm-other-selection': { backgroundColor: 'rgb(255 196 87 / 0.3)' },
    '.cm-other-caret': {
      position: 'relative',
      borderInlineStart: '2px solid #ffc457',
      marginInlineStart: '-1px',
      marginInlineEnd: '-1px',
    },
    '.cm-other-caret bdi': {
      position: 'absolute',
      insetBlockEnd: '100%',
      insetInlineStart: '-2px',
      padding: '0 0.35em',
      borderRadius: '0.35em',
      backgroundColor: '#ffc457',
      color: '#241a02',
      fontFamily: 'var(--font-sans)',
      fontSize: 'var(--text-xs)',
      lineHeight: '1.3',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
    },
    // Above the first line there is no room.
    '.cm-line:first-child .cm-other-caret bdi': { insetBlockEnd: 'auto', insetBlockStart: '100%' },
  },
  { dark: true },
);

const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: '#8ab8ff' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: '#7ddfb8' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: '#ffc457' },
  { tag: [tags.comment, tags.quote], color: '#b9b8b3', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.typeName, tags.className], color: '#f0b2e0' },
  { tag: [tags.tagName, tags.propertyName, tags.attributeName], color: '#9ad5f0' },
  { tag: tags.heading, fontWeight: '700', color: '#f4f2ee' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], textDecoration: 'underline' },
]);

/** The colours of the room, each at 4.5 to 1 or more on its dark ground. */
export const roomLooks: Extension = [looks, syntaxHighlighting(words)];
