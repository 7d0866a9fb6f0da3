import { closeWindow, countPacket, EMPTY_LOSS_WINDOW } from './loss-window.js';

const after = (numbers: readonly number[], start = EMPTY_LOSS_WINDOW) =>
  numbers.reduce(countPacket, start);

describe('loss window', () => {
  it('knows nothing before the first packet and when none came', () => {
    expect(closeWindow(EMPTY_LOSS_WINDOW).lossPercent).toBeNull();
    const { next } = closeWindow(after([1, 2]));
    expect(closeWindow(next).lossPercent).toBeNull();
  });

  it('counts the gaps, also across the wrap of the numbers', () => {
    expect(closeWindow(after([1, 2, 3, 4])).lossPercent).toBe(0);
    expect(closeWindow(after([65_533, 65_535, 0, 2])).lossPercent).toBeCloseTo(100 / 3);
  });

  it('does not count as lost what only came out of order', () => {
    expect(closeWindow(after([1, 3, 2, 4])).lossPercent).toBe(0);
  });

  it('counts a gap between two windows in the later one', () => {
    const { next } = closeWindow(after([1, 2]));
    expect(closeWindow(after([5, 6], next)).lossPercent).toBe(50);
  });

  it('never goes below zero when packets are repeated', () => {
    expect(closeWindow(after([1, 2, 2, 2, 3])).lossPercent).toBe(0);
  });

  it('takes a far jump for a new beginning, not for thousands of losses', () => {
    expect(closeWindow(after([1, 2, 30_000, 30_001])).lossPercent).toBe(0);
  });
});
