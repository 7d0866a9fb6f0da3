import type { Still, Stroke } from '../api/contract';

/** Points are in ten-thousandths of the width and height of the picture, whatever its size on a screen. */
export const STROKE_SCALE = 10_000;
/** Closer together nobody sees a difference; farther apart a curve gets corners. */
const STEP_MIN = 25;
/** As many as the server takes. */
const NUMBERS_MAX = 4_000;
const RING_RADIUS = 400;
const RING_CORNERS = 24;

export type Points = readonly number[];

export interface Ink {
  readonly line: string;
  readonly edge: string;
}

/** Told apart by hue and by lightness, on pale and on dark pictures alike, since each has an edge of the other kind. */
export const INKS = {
  learner: { line: '#ffb000', edge: '#000000' },
  expert: { line: '#4db8ff', edge: '#001a33' },
} as const satisfies Record<'learner' | 'expert', Ink>;

/** In hundredths of the picture's width, so that a line is as thick on a download as on the screen. */
export const LINE_WIDTH = 0.7;
export const EDGE_WIDTH = 1.2;

export type InkOf = (drawnBy: string) => Ink;

/** @param otherId who is not this person */
export function inkOf(role: 'learner' | 'expert', otherId: string): InkOf {
  const other = role === 'learner' ? 'expert' : 'learner';
  return (drawnBy) => INKS[drawnBy === otherId ? other : role];
}

/** Where a pointer is on the picture; what is dragged beyond an edge stays on it. */
export function pointAt(
  x: number,
  y: number,
  box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  },
): readonly [number, number] {
  const on = (part: number, whole: number): number =>
    Math.round(Math.min(1, Math.max(0, part / whole)) * STROKE_SCALE);
  return [on(x - box.left, box.width), on(y - box.top, box.height)];
}

/** The line with one more point, unless it is too near the last or the line is full. */
export function extend(points: Points, [x, y]: readonly [number, number]): Points {
  const [lastX, lastY] = points.slice(-2);
  if (points.length >= NUMBERS_MAX) return points;
  if (lastX !== undefined && lastY !== undefined)
    if (Math.hypot(x - lastX, y - lastY) < STEP_MIN) return points;
  return [...points, x, y];
}

/** A ring around a place, for whoever points with keys. `ratio` is width by height: it should look round. */
export function ringAround(x: number, y: number, ratio: number): Points {
  return Array.from({ length: RING_CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / RING_CORNERS;
    const inside = (value: number): number =>
      Math.round(Math.min(STROKE_SCALE, Math.max(0, value)));
    return [
      inside(x + RING_RADIUS * Math.cos(angle)),
      inside(y + RING_RADIUS * ratio * Math.sin(angle)),
    ];
  }).flat();
}

/** The picture and every line on it as one file to keep. */
export async function composeStill(
  { fileId, width, height, strokes }: Still,
  inks: InkOf,
): Promise<Blob> {
  const picture = new Image();
  picture.src = `/api/v1/files/${fileId}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  Object.assign(context, { lineCap: 'round', lineJoin: 'round' });
  for (const stroke of strokes) drawStroke(context, stroke, inks(stroke.drawnBy));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function drawStroke(context: CanvasRenderingContext2D, { points }: Stroke, ink: Ink): void {
  const { width, height } = context.canvas;
  for (const [colour, part] of [
    [ink.edge, EDGE_WIDTH],
    [ink.line, LINE_WIDTH],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = (part / 100) * width;
    context.beginPath();
    for (let index = 0; index < points.length; index += 2) {
      const x = ((points[index] ?? 0) / STROKE_SCALE) * width;
      const y = ((points[index + 1] ?? 0) / STROKE_SCALE) * height;
      if (index === 0) context.moveTo(x, y);
      context.lineTo(x, y);
    }
    context.stroke();
  }
}
