import fc from 'fast-check';
import { APART_SECONDS_MAX, correctionOf } from './keep-together';

const STEP_SECONDS = 0.25;

/** Where a track is after some looks, when its decoder runs a little wrong. */
function apartAfter(looks: number, startApart: number, wrongBy: number, speed: number): number {
  let player = 100;
  let track = player + startApart;
  for (let look = 0; look < looks; look += 1) {
    const correction = correctionOf(track, player, speed);
    if (correction.kind === 'jump') track = correction.toSeconds;
    const rate = correction.kind === 'rate' ? correction.rate : speed;
    player += speed * STEP_SECONDS;
    track += rate * (1 + wrongBy) * STEP_SECONDS;
  }
  return Math.abs(track - player);
}

describe('correctionOf', () => {
  it('leaves a track alone that is where it should be', () => {
    expect(correctionOf(10.01, 10, 1)).toEqual({ kind: 'stay' });
  });

  it('hurries one that is behind, holds back one that is ahead, and jumps when it is far', () => {
    expect(correctionOf(9.9, 10, 1)).toEqual({ kind: 'rate', rate: 1.08 });
    expect(correctionOf(10.1, 10, 2)).toEqual({ kind: 'rate', rate: 2 * 0.92 });
    expect(correctionOf(3, 10, 1)).toEqual({ kind: 'jump', toSeconds: 10 });
  });

  it('brings every track to within a tenth of a second and keeps it there, at every speed', () => {
    const apart = fc.double({ min: -5, max: 5, noNaN: true });
    const wrong = fc.double({ min: -0.01, max: 0.01, noNaN: true });
    fc.assert(
      fc.property(apart, wrong, fc.constantFrom(0.5, 1, 1.5, 2), (startApart, wrongBy, speed) => {
        expect(apartAfter(80, startApart, wrongBy, speed)).toBeLessThan(APART_SECONDS_MAX);
      }),
    );
  });
});
