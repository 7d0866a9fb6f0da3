import type { ReactNode } from 'react';
import { EDGE_WIDTH, type InkOf, LINE_WIDTH, type Points, STROKE_SCALE } from './strokes';

export interface Line {
  readonly id: string;
  readonly drawnBy: string;
  readonly points: Points;
}

interface StrokeLinesProps {
  lines: readonly Line[];
  inks: InkOf;
  /** Width by height of the picture. */
  ratio: number;
}

/** Lines on a picture of any size; drawn in units of its width, so that their thickness is even. */
export function StrokeLines({ lines, inks, ratio }: StrokeLinesProps): ReactNode {
  const height = 100 / ratio;
  return lines.map(({ id, drawnBy, points }) => {
    const shape = pathOf(points, height);
    const ink = inks(drawnBy);
    return (
      <g key={id} fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={shape} stroke={ink.edge} strokeWidth={EDGE_WIDTH} />
        <path d={shape} stroke={ink.line} strokeWidth={LINE_WIDTH} />
      </g>
    );
  });
}

function pathOf(points: Points, height: number): string {
  const at = (index: number): string => {
    const x = ((points[index] ?? 0) / STROKE_SCALE) * 100;
    const y = ((points[index + 1] ?? 0) / STROKE_SCALE) * height;
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  const rest = Array.from({ length: points.length / 2 }, (_, each) => `L${at(each * 2)}`);
  return `M${at(0)}${rest.join('')}`;
}
