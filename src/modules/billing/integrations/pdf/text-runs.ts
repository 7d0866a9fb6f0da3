import bidiModule from 'bidi-js';
import { type Face, faceOf } from './font-book.js';

// Its types describe an ES module; what Node loads is CommonJS whose export is the factory itself.
const bidi = (bidiModule as unknown as typeof bidiModule.default)();
/** Direction marks and isolates have done their work when the order is known; joiners are kept for the shaper. */
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Narrow spaces of number formats, which the fonts lack. */
const NARROW_SPACES = /[\u202F\u2009]/g;

/** A stretch of one line that one face draws, in the order from left to right. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

interface LevelRun extends Run {
  readonly level: number;
}

/**
 * The runs of a line in the order in which they are drawn.
 *
 * @source Unicode Standard Annex 9, rules L2 and L4
 */
export function runsOf(line: string, direction: 'ltr' | 'rtl'): Run[] {
  const text = line.replace(NARROW_SPACES, '\u00A0');
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const runs = logicalRuns(text, levels);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  let ordered = runs;
  for (let level = highest; level > 0; level -= 1) ordered = reverseFrom(ordered, level);
  return ordered
    .map(({ text: stretch, face, level }) => ({
      face,
      text: drawn(stretch, face, level),
    }))
    .filter((run) => run.text !== '');
}

function logicalRuns(text: string, levels: Uint8Array): LevelRun[] {
  const runs: LevelRun[] = [];
  let index = 0;
  for (const letter of text) {
    const level = levels[index] ?? 0;
    index += letter.length;
    const last = runs.at(-1);
    const face = faceFor(letter, last);
    if (last && last.level === level && last.face === face)
      runs[runs.length - 1] = { ...last, text: last.text + letter };
    else runs.push({ text: letter, face, level });
  }
  return runs;
}

/** Marks on a letter and direction controls stay with what stands before them. */
function faceFor(letter: string, last: LevelRun | undefined): Face {
  const codePoint = letter.codePointAt(0) ?? 0;
  const isMark = /\p{M}|[\u200C\u200D]/u.test(letter) || letter.search(DIRECTION_CONTROLS) === 0;
  return last && isMark ? last.face : faceOf(codePoint);
}

function reverseFrom(runs: readonly LevelRun[], level: number): LevelRun[] {
  const ordered: LevelRun[] = [];
  let turned: LevelRun[] = [];
  for (const run of runs) {
    if (run.level >= level) turned.unshift(run);
    else {
      ordered.push(...turned, run);
      turned = [];
    }
  }
  return [...ordered, ...turned];
}

/** The shaper turns joining letters round by itself; brackets and the like are turned here. */
function drawn(text: string, face: Face, level: number): string {
  const plain = text.replace(DIRECTION_CONTROLS, '');
  if (level % 2 === 0 || face.isJoining) return plain;
  return [...plain]
    .reverse()
    .map((letter) => bidi.getMirroredCharacter(letter) ?? letter)
    .join('');
}
