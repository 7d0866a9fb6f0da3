import fc from 'fast-check';
import { openingHoursOf } from './opening-hours.js';
import { dayNumberOf } from './wall-calendar.js';

const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startsAt: '09:00',
  endsAt: '17:00',
}));
const isOpenOn = (rules: Parameters<typeof openingHoursOf>[0], date: string): boolean =>
  openingHoursOf(rules).windowsOn(dayNumberOf(date)).length > 0;

describe('openingHoursOf', () => {
  it('shuts from the first day off to the last, both included', () => {
    const rules = {
      weekly,
      exceptions: [],
      daysOff: [{ from: '2026-12-24', until: '2027-01-02', label: '' }],
    };
    expect(
      ['2026-12-23', '2026-12-24', '2026-12-31', '2027-01-02', '2027-01-03'].map((date) =>
        isOpenOn(rules, date),
      ),
    ).toEqual([true, false, false, false, true]);
  });

  it('opens on a single date in the middle of days off', () => {
    const rules = {
      weekly,
      exceptions: [{ date: '2026-12-28', hours: [{ startsAt: '10:00', endsAt: '12:00' }] }],
      daysOff: [{ from: '2026-12-24', until: '2027-01-02', label: '' }],
    };
    expect(openingHoursOf(rules).windowsOn(dayNumberOf('2026-12-28'))).toEqual([
      { startMinute: 600, endMinute: 720 },
    ]);
  });

  it('is never open on a day off without an exception, whatever the ranges', () => {
    const day = fc.integer({ min: 20_000, max: 20_800 });
    const date = (number: number): string =>
      new Date(number * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.nat(40))), day, (ranges, asked) => {
        const daysOff = ranges.map(([from, length]) => ({
          from: date(from),
          until: date(from + length),
          label: '',
        }));
        const isOff = ranges.some(([from, length]) => asked >= from && asked <= from + length);
        const windows = openingHoursOf({ weekly, exceptions: [], daysOff }).windowsOn(asked);
        expect(windows.length).toBe(isOff ? 0 : 1);
      }),
    );
  });
});
