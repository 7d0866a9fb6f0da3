import { Temporal } from 'temporal-polyfill';
import { APPOINTMENT_NEXT } from './appointment.js';
import {
  type Booking,
  BOOKING_NEXT,
  canBecome,
  checkConfirmable,
  nextFirst,
  noticesDue,
} from './booking.js';
import { HELP_REQUEST_NEXT, RING_NEXT } from './help-request.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

function aBooking(changes: Partial<Booking> = {}): Booking {
  return {
    id: 'booking',
    appointmentId: 'appointment',
    expertId: 'expert',
    learnerId: 'learner',
    listingId: 'listing',
    state: 'held',
    startsAt: at('2026-11-23T10:00:00Z'),
    endsAt: at('2026-11-23T11:00:00Z'),
    holdEndsAt: at('2026-11-23T08:10:00Z'),
    problem: '',
    paymentId: null,
    agreed: { timeZone: 'UTC', local: '2026-11-23T10:00', zones: '2026f' },
    sequence: 0,
    movedBy: null,
    policy: 'standard-1',
    endedBy: null,
    createdAt: at('2026-11-23T08:00:00Z'),
    ...changes,
  };
}

describe.each([
  ['booking', BOOKING_NEXT, 'held'],
  ['help request', HELP_REQUEST_NEXT, 'authorising'],
  ['ring', RING_NEXT, 'rung'],
  ['appointment', APPOINTMENT_NEXT, 'held'],
] as const)('states of a %s', (_, graph, first) => {
  const next = graph as Readonly<Record<string, readonly string[]>>;

  it('are all reached from the first one', () => {
    const reached = new Set<string>([first]);
    for (const state of reached) for (const target of next[state] ?? []) reached.add(target);
    expect([...reached].sort()).toEqual(Object.keys(next).sort());
  });

  it('never come round again', () => {
    const walk = (state: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(state);
      for (const target of next[state] ?? []) walk(target, [...seen, state]);
    };
    walk(first, []);
  });
});

describe('canBecome', () => {
  it('lets nobody cancel what is live, nor confirm what expired', () => {
    expect(canBecome('live', 'cancelled')).toBe(false);
    expect(canBecome('expired', 'confirmed')).toBe(false);
    expect(canBecome('confirmed', 'no_show')).toBe(true);
  });
});

describe('checkConfirmable', () => {
  it('accepts a hold until the last millisecond', () => {
    expect(checkConfirmable(aBooking(), at('2026-11-23T08:09:59.999Z')).ok).toBe(true);
    expect(checkConfirmable(aBooking(), at('2026-11-23T08:10:00Z'))).toEqual({
      ok: false,
      refusal: 'hold-expired',
    });
  });

  it('tells an expired hold from one that cannot be confirmed for other reasons', () => {
    const now = at('2026-11-23T08:00:00Z');
    expect(checkConfirmable(aBooking({ state: 'expired' }), now)).toMatchObject({
      refusal: 'hold-expired',
    });
    expect(checkConfirmable(aBooking({ state: 'cancelled' }), now)).toMatchObject({
      refusal: 'wrong-state',
    });
  });
});

describe('noticesDue', () => {
  const startsAt = at('2026-11-25T10:00:00Z');
  const names = (now: string): string[] =>
    noticesDue(startsAt, at(now)).map(({ notice }) => notice);

  it('reminds a day, an hour and ten minutes ahead', () => {
    expect(names('2026-11-23T10:00:00Z')).toEqual([
      'reminder-24h',
      'reminder-1h',
      'reminder-10m',
      'room-opens',
    ]);
  });

  it('leaves out what is due this instant or past, but never the room', () => {
    expect(names('2026-11-24T10:00:00Z')).toEqual(['reminder-1h', 'reminder-10m', 'room-opens']);
    expect(names('2026-11-25T09:59:00Z')).toEqual(['room-opens']);
  });
});

describe('nextFirst', () => {
  it('puts what is going on or to come in front, soonest first, and the past behind, latest first', () => {
    const booking = (id: string, day: number, state: Booking['state']): Booking =>
      aBooking({
        id,
        state,
        startsAt: at(`2026-11-${day}T10:00:00Z`),
        endsAt: at(`2026-11-${day}T11:00:00Z`),
      });
    const now = at('2026-11-23T10:30:00Z');
    const ids = nextFirst(
      [
        booking('next-week', 30, 'confirmed'),
        booking('old', 20, 'completed'),
        booking('now', 23, 'live'),
        booking('yesterday', 22, 'completed'),
        booking('called-off', 25, 'cancelled'),
        booking('forgotten', 21, 'confirmed'),
      ],
      now,
    ).map(({ id }) => id);
    expect(ids).toEqual(['now', 'next-week', 'called-off', 'yesterday', 'forgotten', 'old']);
  });
});
