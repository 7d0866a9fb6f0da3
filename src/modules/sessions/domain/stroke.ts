/**
 * A line drawn on a still, as x and y in turn, in ten-thousandths of its width and height: what points at
 * a screw on one screen points at the same screw on every other.
 */
export type StrokePoints = readonly number[];

export const STROKE_SCALE = 10_000;
/** A minute of drawing; more is a page that has gone wrong. */
export const STROKE_NUMBERS_MAX = 4_000;

/** Whole numbers inside the picture, in pairs; a dot is one pair. */
export function isStroke(points: unknown): points is StrokePoints {
  return (
    Array.isArray(points) &&
    points.length >= 2 &&
    points.length <= STROKE_NUMBERS_MAX &&
    points.length % 2 === 0 &&
    points.every(
      (value: unknown) =>
        Number.isInteger(value) && Number(value) >= 0 && Number(value) <= STROKE_SCALE,
    )
  );
}
