import { Temporal } from 'temporal-polyfill';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { slotsByDay } from './slot-calendar.js';
import { tickOf } from './ticks.js';

const zones = loadShippedZones();
const starts = (...instants: string[]): number[] =>
  instants.map((instant) => tickOf(Temporal.Instant.from(instant)));
const dates = (...texts: string[]): Temporal.PlainDate[] =>
  texts.map((text) => Temporal.PlainDate.from(text));

describe('slotsByDay', () => {
  it('puts one instant on different days for readers in different zones', () => {
    const noon = starts('2026-11-23T12:00:00Z');
    const days = dates('2026-11-23', '2026-11-24');
    const dayOf = (zone: string): string | undefined =>
      slotsByDay(noon, 30, zones.zone(zone), days).find((day) => day.slots.length > 0)?.date;
    expect(dayOf('Pacific/Honolulu')).toBe('2026-11-23');
    expect(dayOf('Pacific/Kiritimati')).toBe('2026-11-24');
  });

  it('tells the two hours of the same name apart by their offsets', () => {
    const twice = starts('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z');
    const [day] = slotsByDay(twice, 30, zones.zone('Europe/Paris'), dates('2026-10-25'));
    expect(day?.slots.map(({ local, offset }) => `${local} ${offset}`)).toEqual([
      '02:30 +02:00',
      '02:30 +01:00',
    ]);
  });

  it('keeps days without slots and leaves out slots of other days', () => {
    const calendar = slotsByDay(
      starts('2026-11-23T12:00:00Z', '2026-11-25T12:00:00Z'),
      45,
      zones.zone('UTC'),
      dates('2026-11-23', '2026-11-24'),
    );
    expect(calendar).toEqual([
      {
        date: '2026-11-23',
        slots: [
          {
            startsAt: '2026-11-23T12:00:00Z',
            endsAt: '2026-11-23T12:45:00Z',
            offset: '+00:00',
            local: '12:00',
          },
        ],
      },
      { date: '2026-11-24', slots: [] },
    ]);
  });
});
