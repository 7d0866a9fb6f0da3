import { type Availability, checkAvailability, unsetAvailability } from './availability.js';

function rules(changes: Partial<Availability> = {}): Availability {
  return { ...unsetAvailability('Europe/Paris'), ...changes };
}

function broken(changes: Partial<Availability>): string[] {
  const verdict = checkAvailability(rules(changes));
  return verdict.ok ? [] : verdict.refusal.map(({ field, rule }) => `${field} ${rule}`);
}

const hours = (startsAt: string, endsAt: string): Availability['weekly'] => [
  { weekday: 1, startsAt, endsAt },
];

describe('checkAvailability', () => {
  it.each([
    ['09:00', '17:00'],
    ['00:00', '24:00'],
    ['22:00', '02:00'],
    ['22:00', '00:00'],
  ])('accepts hours from %s to %s', (startsAt, endsAt) => {
    expect(broken({ weekly: hours(startsAt, endsAt) })).toEqual([]);
  });

  it.each([
    ['9:00', '17:00', 'weekly.0.startsAt time_of_five_minutes'],
    ['09:02', '17:00', 'weekly.0.startsAt time_of_five_minutes'],
    ['24:00', '17:00', 'weekly.0.startsAt time_of_five_minutes'],
    ['09:00', '24:05', 'weekly.0.endsAt time_of_five_minutes'],
    ['09:00', '25:00', 'weekly.0.endsAt time_of_five_minutes'],
    ['09:00', '09:00', 'weekly.0.endsAt same_as_start'],
  ])('refuses hours from %s to %s', (startsAt, endsAt, problem) => {
    expect(broken({ weekly: hours(startsAt, endsAt) })).toEqual([problem]);
  });

  it('names every broken rule at once', () => {
    expect(
      broken({
        weekly: [{ weekday: 8, startsAt: '09:00', endsAt: '10:00' }],
        exceptions: [
          { date: '2026-02-30', hours: [] },
          { date: '2026-03-01', hours: [] },
          { date: '2026-03-01', hours: [] },
        ],
        noticeMinutes: -1,
        bufferMinutes: 7,
        stepMinutes: 0,
        horizonDays: 1.5,
      }),
    ).toEqual([
      'weekly.0.weekday out_of_range',
      'exceptions.0.date date',
      'exceptions.2.date twice',
      'noticeMinutes out_of_range',
      'bufferMinutes out_of_range',
      'stepMinutes out_of_range',
      'horizonDays out_of_range',
    ]);
  });
});
