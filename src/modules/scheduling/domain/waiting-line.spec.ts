import fc from 'fast-check';
import { estimateOf, PLACE_NEXT } from './waiting-line.js';

const CALL = { minutesSoFar: 10, minutesLeftMax: 20 };
const USUAL = [12, 14, 15, 16, 30];

describe('estimateOf', () => {
  it('is unknown while the expert is in no call, whatever the history', () => {
    expect(estimateOf({ place: 1, call: null, lastCalls: USUAL })).toBeNull();
  });

  it('is the ceiling of the running call at most, for the first in line, while there is little history', () => {
    expect(estimateOf({ place: 1, call: CALL, lastCalls: [3, 4, 5, 6] })).toEqual({
      minutes: 20,
      isAtMost: true,
    });
    expect(estimateOf({ place: 2, call: CALL, lastCalls: [] })).toBeNull();
  });

  it('is what calls of this expert usually take, less what this one has taken', () => {
    expect(estimateOf({ place: 1, call: CALL, lastCalls: USUAL })).toEqual({
      minutes: 5,
      isAtMost: false,
    });
    expect(estimateOf({ place: 3, call: CALL, lastCalls: USUAL })?.minutes).toBe(35);
  });

  it('is a minute where the call lasts longer than usual, and never beyond its ceiling', () => {
    const long = { minutesSoFar: 40, minutesLeftMax: 20 };
    expect(estimateOf({ place: 1, call: long, lastCalls: USUAL })?.minutes).toBe(1);
    const short = { minutesSoFar: 0, minutesLeftMax: 4 };
    expect(estimateOf({ place: 1, call: short, lastCalls: USUAL })?.minutes).toBe(4);
  });

  it('is never sooner for a later place', () => {
    const minutes = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.record({ minutesSoFar: minutes, minutesLeftMax: minutes }),
        fc.array(minutes, { minLength: 5, maxLength: 20 }),
        (place, call, lastCalls) => {
          const here = estimateOf({ place, call, lastCalls })?.minutes ?? 0;
          const behind = estimateOf({ place: place + 1, call, lastCalls })?.minutes ?? 0;
          expect(behind).toBeGreaterThanOrEqual(here);
        },
      ),
    );
  });
});

describe('the states of a place', () => {
  it('can all be reached and come to an end', () => {
    const reached = new Set(Object.values(PLACE_NEXT).flat());
    expect([...reached].sort()).toEqual(Object.keys(PLACE_NEXT).sort());
  });
});
