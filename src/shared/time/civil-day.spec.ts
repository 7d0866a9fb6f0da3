import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayNumberOf } from './civil-day.js';

const EPOCH = new Temporal.PlainDate(1970, 1, 1);
/** From the year -5000 to 9000. */
const dayNumbers = fc.integer({ min: -2_546_000, max: 2_568_000 });

describe('days by number', () => {
  it.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [11_016, '2000-02-29'],
    [11_017, '2000-03-01'],
    [47_540, '2100-02-28'],
    [47_541, '2100-03-01'],
    [-719_468, '0000-03-01'],
    [-719_469, '0000-02-29'],
  ])('day %d is %s', (dayNumber, date) => {
    const { year, month, day } = Temporal.PlainDate.from(date);
    expect(dateOf(dayNumber)).toEqual({ year, month, day });
    expect(dayNumberOf({ year, month, day })).toBe(dayNumber);
  });

  it('are the days that the calendar counts, there and back', () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const { year, month, day } = EPOCH.add({ days: dayNumber });
        expect(dateOf(dayNumber)).toEqual({ year, month, day });
        expect(dayNumberOf({ year, month, day })).toBe(dayNumber);
      }),
      { numRuns: 2000 },
    );
  });
});
