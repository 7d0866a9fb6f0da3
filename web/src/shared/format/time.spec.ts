import { formatClock, formatInstant, formatWithOffset, offsetMs } from './time';

describe('formatWithOffset', () => {
  it('follows the offset it was given, not the zone table of the runtime', () => {
    const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    expect(formatWithOffset('2026-11-22T12:00:00Z', '+05:45', options, 'en')).toBe('17:45');
    expect(formatWithOffset('2026-11-22T12:00:00Z', '-08:00', options, 'en')).toBe('04:00');
  });
});

describe('offsetMs', () => {
  it('reads both signs', () => {
    expect(offsetMs('+01:00')).toBe(3_600_000);
    expect(offsetMs('-03:30')).toBe(-12_600_000);
  });
});

describe('formatInstant', () => {
  it('says that a time is UTC while the zone of the visitor is not known', () => {
    expect(formatInstant('2026-11-22T12:00:00Z', 'time', 'en-GB', null)).toBe('12:00 UTC');
    expect(formatInstant('2026-11-22T12:00:00Z', 'time', 'en-GB', 'Europe/Paris')).toBe('13:00');
  });
});

describe('formatClock', () => {
  it('counts minutes, and hours when there are some', () => {
    expect(formatClock(0, 'en')).toBe('0:00');
    expect(formatClock(247, 'en')).toBe('4:07');
    expect(formatClock(3723, 'en')).toBe('1:02:03');
  });
});
