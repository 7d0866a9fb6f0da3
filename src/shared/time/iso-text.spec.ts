import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateText, timeText, utcText } from './iso-text.js';

describe('utcText', () => {
  it('writes what Temporal writes, from year 0 to 9999', () => {
    const seconds = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });
    fc.assert(
      fc.property(seconds, (second) => {
        const text = Temporal.Instant.fromEpochMilliseconds(second * 1000).toString();
        expect(utcText(second * 1000)).toBe(text);
        expect(`${dateText(second * 1000)}T${timeText(second * 1000)}`).toBe(text.slice(0, 16));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '2000-02-29T23:59:59Z',
    '1900-02-28T00:00:00Z',
    '2100-03-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
  ])('writes %s', (text) => {
    expect(utcText(Temporal.Instant.from(text).epochMilliseconds)).toBe(text);
  });

  it('cuts fractions of a second off', () => {
    expect(utcText(1_999)).toBe('1970-01-01T00:00:01Z');
  });
});
