import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { agreedAt, instantAgreed } from './agreed-time.js';

const table = loadShippedZones();
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('instantAgreed', () => {
  it('keeps the clock time when a law takes summer time away', () => {
    const vancouver = table.zone('America/Vancouver');
    const before = instant('2026-12-01T17:00Z');
    expect(instantAgreed(vancouver, '2026-12-01T09:00', before).toString()).toBe(
      '2026-12-01T16:00:00Z',
    );
  });

  it('takes the one that was meant of a time that comes twice', () => {
    const paris = table.zone('Europe/Paris');
    for (const meant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(instantAgreed(paris, '2026-10-25T02:30', instant(meant)).toString()).toBe(meant);
  });

  it('carries on a time that the clocks skip', () => {
    const paris = table.zone('Europe/Paris');
    const before = instant('2026-03-29T00:30Z');
    expect(instantAgreed(paris, '2026-03-29T02:30', before).toString()).toBe(
      '2026-03-29T01:30:00Z',
    );
  });

  it('changes nothing in any zone while the table is the same', () => {
    const ticks = fc.integer({ min: 5_950_000, max: 7_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...table.names()), ticks, (name, tick) => {
        const startsAt = Temporal.Instant.fromEpochMilliseconds(tick * 300_000);
        const { local } = agreedAt(table.zone(name), startsAt, table.version);
        expect(instantAgreed(table.zone(name), local, startsAt).toString()).toBe(
          startsAt.toString(),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
