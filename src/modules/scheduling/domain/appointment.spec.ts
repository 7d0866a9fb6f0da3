import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Appointment, claimsOf } from './appointment.js';

function anAppointment(startsAt: string, endsAt: string, bufferMinutes = 0): Appointment {
  return {
    id: 'appointment',
    kind: 'booking',
    expertId: 'm-expert',
    listingId: 'listing',
    state: 'held',
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    bufferMinutes,
    ceilingMinutes: 30,
  };
}

const count = (appointment: Appointment, personId: string): number =>
  claimsOf(appointment, ['a-learner', 'z-learner']).filter((claim) => claim.personId === personId)
    .length;

describe('claimsOf', () => {
  it('claims the buffer of the expert only', () => {
    const appointment = anAppointment('2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z', 10);
    expect(count(appointment, 'm-expert')).toBe(8);
    expect(count(appointment, 'a-learner')).toBe(6);
    expect(count(appointment, 'z-learner')).toBe(6);
  });

  it('claims every tick that is touched, from the one it begins in', () => {
    const appointment = anAppointment('2026-11-23T10:04:59.999Z', '2026-11-23T10:10:00.001Z');
    expect(count(appointment, 'm-expert')).toBe(3);
  });

  it('leaves the tick at its end to whoever comes next', () => {
    const first = anAppointment('2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z');
    const next = anAppointment('2026-11-23T10:30:00Z', '2026-11-23T11:00:00Z');
    const taken = new Set(claimsOf(first, []).map((claim) => claim.tick));
    expect(claimsOf(next, []).some((claim) => taken.has(claim.tick))).toBe(false);
  });

  it('is sorted by person and tick, so that rivals insert in one order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
        (minutes, learners) => {
          const start = Temporal.Instant.from('2026-11-23T10:03:00Z');
          const appointment = anAppointment(start.toString(), start.add({ minutes }).toString(), 5);
          const keys = claimsOf(appointment, learners).map(
            ({ personId, tick }) => `${personId} ${tick}`,
          );
          expect(keys).toEqual([...keys].sort());
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });
});
