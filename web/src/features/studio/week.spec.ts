import { faultyRules, isOvernight, nextRule, spanOf } from './week';

const rule = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt });

describe('faultyRules', () => {
  it('finds spans that run into each other on one day', () => {
    const early = rule(2, '09:00', '12:00');
    const overlapping = rule(2, '11:00', '13:00');
    const otherDay = rule(3, '11:00', '13:00');
    expect([...faultyRules([early, overlapping, otherDay])]).toEqual([early, overlapping]);
  });

  it('lets spans touch, and a day end at midnight', () => {
    expect(faultyRules([rule(1, '09:00', '12:00'), rule(1, '12:00', '00:00')]).size).toBe(0);
  });

  it('follows a night into the next morning, also from Sunday to Monday', () => {
    const night = rule(7, '22:00', '02:00');
    const morning = rule(1, '01:00', '05:00');
    expect(faultyRules([morning, night]).size).toBe(2);
    expect(faultyRules([rule(1, '02:00', '05:00'), night]).size).toBe(0);
  });
});

describe('spanOf', () => {
  it('places a span in its day, a night up to midnight', () => {
    expect(spanOf(rule(1, '06:00', '12:00'))).toEqual({ startPercent: 25, lengthPercent: 25 });
    expect(spanOf(rule(1, '18:00', '06:00'))).toEqual({ startPercent: 75, lengthPercent: 25 });
  });
});

describe('isOvernight', () => {
  it('holds past midnight, not at it', () => {
    expect(isOvernight(rule(1, '22:00', '02:00'))).toBe(true);
    expect(isOvernight(rule(1, '22:00', '00:00'))).toBe(false);
  });
});

describe('nextRule', () => {
  it('begins with a working day and goes on after the last span', () => {
    expect(nextRule([], 1)).toEqual(rule(1, '09:00', '17:00'));
    expect(nextRule([rule(1, '09:00', '12:00')], 1)).toEqual(rule(1, '13:00', '15:00'));
  });
});
