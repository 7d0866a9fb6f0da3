import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontOfWoff } from './woff.js';

export type Weight = 400 | 700;

const require = createRequire(import.meta.url);

/** One file of glyphs, for a part of the world's letters. */
export interface Face {
  readonly name: string;
  readonly covers: (codePoint: number) => boolean;
  /** Letters here run from right to left and join. */
  readonly isJoining: boolean;
  readonly bytes: (weight: Weight) => Buffer;
}

/** Packages and their parts, most used first. */
const PARTS = [
  ['@fontsource/noto-sans', 'noto-sans', 'latin'],
  ['@fontsource/noto-sans', 'noto-sans', 'latin-ext'],
  ['@fontsource/noto-sans-arabic', 'noto-sans-arabic', 'arabic'],
  ['@fontsource/noto-sans', 'noto-sans', 'cyrillic'],
  ['@fontsource/noto-sans', 'noto-sans', 'cyrillic-ext'],
  ['@fontsource/noto-sans', 'noto-sans', 'greek'],
  ['@fontsource/noto-sans', 'noto-sans', 'greek-ext'],
  ['@fontsource/noto-sans', 'noto-sans', 'vietnamese'],
  ['@fontsource/noto-sans', 'noto-sans', 'devanagari'],
] as const;

let faces: readonly Face[] | null = null;

/** The face that draws a letter; letters that none has are drawn as the first one draws the unknown. */
export function faceOf(codePoint: number): Face {
  faces ??= PARTS.map(([folder, file, part]) => faceFrom(folder, file, part));
  const [first] = faces;
  const found = faces.find((face) => face.covers(codePoint)) ?? first;
  if (!found) throw new Error('there are no fonts');
  return found;
}

function faceFrom(folder: string, file: string, part: string): Face {
  const ranges = rangesOf(
    (require(`${folder}/unicode.json`) as Readonly<Record<string, string>>)[part] ?? '',
  );
  const unpacked = new Map<Weight, Buffer>();
  return {
    name: `${file}-${part}`,
    covers: (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to),
    isJoining: part === 'arabic',
    bytes: (weight) => {
      const known = unpacked.get(weight);
      if (known) return known;
      const path = require.resolve(`${folder}/files/${file}-${part}-${weight}-normal.woff`);
      const bytes = fontOfWoff(readFileSync(path));
      unpacked.set(weight, bytes);
      return bytes;
    },
  };
}

/** `U+0000-00FF,U+0131` as pairs of numbers. */
function rangesOf(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
