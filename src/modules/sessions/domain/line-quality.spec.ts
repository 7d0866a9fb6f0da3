import fc from 'fast-check';
import { QUALITY_FLOOR } from '../../../shared/quality-floor.js';
import { type LineQuality, noteLoss, SOUND_LINE } from './line-quality.js';

const { measuredMs, audioLossPercentMax } = QUALITY_FLOOR;
const poor = audioLossPercentMax + 1;

function measured(...losses: readonly number[]): LineQuality {
  return losses.reduce(
    (line, loss, index) => noteLoss(line, loss, (index + 1) * measuredMs),
    SOUND_LINE,
  );
}

describe('noteLoss', () => {
  it('is patient with one bad stretch, and not with ten seconds of them', () => {
    expect(measured(poor).isBelowFloor).toBe(false);
    expect(measured(poor, poor)).toMatchObject({ isBelowFloor: true, poorSinceMs: 0 });
  });

  it('begins anew after a good stretch in between', () => {
    expect(measured(poor, 0, poor).isBelowFloor).toBe(false);
  });

  it('is above the floor again after a good stretch', () => {
    expect(measured(poor, poor, audioLossPercentMax).isBelowFloor).toBe(false);
  });

  it('never falls below the floor where nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: audioLossPercentMax })), (losses) => {
        expect(measured(...losses).isBelowFloor).toBe(false);
      }),
    );
  });
});
