import { faultyRules, nextRule, spanOf } from './week';

const rule = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt });

describe('faultyRules', () => {
  it('finds spans that run backwards or into each other on one day', () => {
    const backwards = rule(1, '17:00', '09:00');
    const early = rule(2, '09:00', '12:00');
    const overlapping = rule(2, '11:00', '13:00');
    const otherDay = rule(3, '11:00', '13:00');
    expect([...faultyRules([backwards, early, overlapping, otherDay])]).toEqual([
      backwards,
      early,
      overlapping,
    ]);
  });

  it('lets spans touch, and a day end at midnight', () => {
    expect(faultyRules([rule(1, '09:00', '12:00'), rule(1, '12:00', '00:00')]).size).toBe(0);
  });
});

describe('spanOf', () => {
  it('places a span in its day', () => {
    expect(spanOf(rule(1, '06:00', '12:00'))).toEqual({ startPercent: 25, lengthPercent: 25 });
  });
});

describe('nextRule', () => {
  it('begins with a working day and goes on after the last span', () => {
    expect(nextRule([], 1)).toEqual(rule(1, '09:00', '17:00'));
    expect(nextRule([rule(1, '09:00', '12:00')], 1)).toEqual(rule(1, '13:00', '15:00'));
  });

  it('never makes a span that is faulty by itself', () => {
    const full = [rule(1, '00:00', '23:30')];
    expect(faultyRules([nextRule(full, 1)]).size).toBe(0);
  });
});
