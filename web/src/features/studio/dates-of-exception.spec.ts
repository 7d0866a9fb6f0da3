import { faultyDaysOff, faultyExceptions, nextDate } from './dates-of-exception';

const nine = { startsAt: '09:00', endsAt: '12:00' };

describe('faultyExceptions', () => {
  it('finds two of one date, none of a date, and hours without length', () => {
    const first = { date: '2026-12-24', hours: [] };
    const again = { date: '2026-12-24', hours: [nine] };
    const empty = { date: '', hours: [] };
    const short = { date: '2026-12-26', hours: [{ startsAt: '09:00', endsAt: '09:00' }] };
    const fine = { date: '2026-12-27', hours: [nine] };
    expect([...faultyExceptions([first, again, empty, short, fine])]).toEqual([
      first,
      again,
      empty,
      short,
    ]);
  });
});

describe('faultyDaysOff', () => {
  it('takes a single day, and finds ranges the wrong way round', () => {
    const day = { from: '2026-12-24', until: '2026-12-24' };
    const wrong = { from: '2026-12-24', until: '2026-12-23' };
    expect([...faultyDaysOff([day, wrong])]).toEqual([wrong]);
  });
});

describe('nextDate', () => {
  it('goes on after the last date, and never before tomorrow', () => {
    expect(nextDate(['2026-12-31', '2026-12-24'], '2026-11-22')).toBe('2027-01-01');
    expect(nextDate(['2020-01-01'], '2026-11-22')).toBe('2026-11-23');
  });
});
