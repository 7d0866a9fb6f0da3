import { extend, INKS, inkOf, pointAt, ringAround, STROKE_SCALE } from './strokes';

describe('pointAt', () => {
  const box = { left: 100, top: 50, width: 200, height: 400 };

  it('is the same place of the picture whatever its size on the screen', () => {
    const half = { left: 0, top: 0, width: 100, height: 200 };
    expect(pointAt(150, 150, box)).toEqual(pointAt(25, 50, half));
    expect(pointAt(150, 150, box)).toEqual([2500, 2500]);
  });

  it('stays on the picture when the finger slips over its edge', () => {
    expect(pointAt(0, 1000, box)).toEqual([0, STROKE_SCALE]);
  });
});

describe('extend', () => {
  it('leaves out what is too near to be seen', () => {
    expect(extend([100, 100], [105, 105])).toEqual([100, 100]);
    expect(extend([100, 100], [400, 100])).toEqual([100, 100, 400, 100]);
    expect(extend([], [5, 5])).toEqual([5, 5]);
  });

  it('never grows beyond what the server takes', () => {
    const full = Array.from({ length: 4_000 }, () => 0);
    expect(extend(full, [9_000, 9_000])).toBe(full);
  });
});

describe('inkOf', () => {
  it('gives each person the same colour on both screens', () => {
    const onLearnersScreen = inkOf('learner', 'eva');
    const onExpertsScreen = inkOf('expert', 'lea');
    expect(onLearnersScreen('eva')).toBe(INKS.expert);
    expect(onExpertsScreen('eva')).toBe(INKS.expert);
    expect(onLearnersScreen('lea')).toBe(onExpertsScreen('lea'));
  });
});

describe('ringAround', () => {
  it('is closed and inside the picture, also in a corner', () => {
    const ring = ringAround(0, STROKE_SCALE, 16 / 9);
    expect(ring.slice(0, 2)).toEqual(ring.slice(-2));
    expect(ring.every((value) => value >= 0 && value <= STROKE_SCALE)).toBe(true);
  });
});
