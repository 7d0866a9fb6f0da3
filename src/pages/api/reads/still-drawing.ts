import type { StillView } from '../../../modules/sessions/index.js';

/** The same colours as on the screen: the learner's, and the expert's. */
const INKS = {
  learner: { line: '#ffb000', edge: '#000000' },
  expert: { line: '#4db8ff', edge: '#001a33' },
} as const;
const SCALE = 10_000;

/**
 * A frozen picture with what was drawn on it, as one file that every browser shows.
 *
 * @param picture the bytes of the frozen picture
 */
export function stillDrawing(
  still: StillView,
  picture: { readonly contentType: string; readonly bytes: Uint8Array },
  learnerId: string,
): string {
  const { width, height, strokes } = still;
  const address = `data:${picture.contentType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  const lines = strokes.map(({ drawnBy, points }) => {
    const ink = INKS[drawnBy === learnerId ? 'learner' : 'expert'];
    const shape = `M${pairs(points, width, height).join('L')}`;
    const path = (colour: string, part: number): string =>
      `<path d="${shape}" fill="none" stroke="${colour}" stroke-width="${(width * part) / 100}" stroke-linecap="round" stroke-linejoin="round"/>`;
    return path(ink.edge, 1.2) + path(ink.line, 0.7);
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<image href="${address}" width="${width}" height="${height}"/>${lines.join('')}</svg>`
  );
}

function pairs(points: readonly number[], width: number, height: number): string[] {
  const all: string[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = (((points[at] ?? 0) / SCALE) * width).toFixed(1);
    const y = (((points[at + 1] ?? 0) / SCALE) * height).toFixed(1);
    all.push(`${x} ${y}`);
  }
  // A dot is a line that goes nowhere; without an end nothing is drawn.
  return all.length === 1 ? [...all, ...all] : all;
}
