import { isStroke, STROKE_NUMBERS_MAX, STROKE_SCALE } from './stroke.js';

describe('isStroke', () => {
  it('takes dots and lines inside the picture, its edges included', () => {
    expect(isStroke([0, 0])).toBe(true);
    expect(isStroke([0, STROKE_SCALE, STROKE_SCALE, 0])).toBe(true);
  });

  it('refuses what lies outside, half a point, fractions, nothing, and too much', () => {
    expect(isStroke([])).toBe(false);
    expect(isStroke([1, 2, 3])).toBe(false);
    expect(isStroke([-1, 0])).toBe(false);
    expect(isStroke([0, STROKE_SCALE + 1])).toBe(false);
    expect(isStroke([0.5, 1])).toBe(false);
    expect(isStroke(['1', '2'])).toBe(false);
    expect(isStroke('10')).toBe(false);
    expect(isStroke(Array.from({ length: STROKE_NUMBERS_MAX + 2 }, () => 1))).toBe(false);
  });
});
