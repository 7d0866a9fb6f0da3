import { Temporal } from 'temporal-polyfill';
import { cancellationOf } from './cancellation-policy.js';

const startsAt = Temporal.Instant.from('2026-03-10T12:00:00Z');
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('cancellationOf', () => {
  it.each([
    ['a learner two days before', 'learner', '2026-03-08T12:00:00Z', 'in_time', 0],
    ['a learner exactly a day before', 'learner', '2026-03-09T12:00:00Z', 'in_time', 0],
    ['a learner a second later', 'learner', '2026-03-09T12:00:01Z', 'late', 50],
    ['a learner a minute before', 'learner', '2026-03-10T11:59:00Z', 'late', 50],
    ['an expert a minute before', 'expert', '2026-03-10T11:59:00Z', 'by_expert', 0],
    ['the platform a minute before', 'platform', '2026-03-10T11:59:00Z', 'by_expert', 0],
  ] as const)('judges %s by the present rule', (_, by, now, rule, chargePercent) => {
    const booking = { policy: 'standard-2', startsAt, movedBy: null };
    expect(cancellationOf(booking, by, at(now))).toEqual({ rule, chargePercent });
  });

  it('keeps to the older rule where that was agreed: late is refused, not charged', () => {
    const booking = { policy: 'standard-1', startsAt, movedBy: null };
    expect(cancellationOf(booking, 'learner', at('2026-03-09T12:00:01Z')).rule).toBe('too_late');
    expect(cancellationOf(booking, 'learner', at('2026-03-09T12:00:00Z')).rule).toBe('in_time');
  });

  it('lets a learner go for nothing whom somebody else moved, not one who moved it', () => {
    const late = at('2026-03-10T11:00:00Z');
    const moved = (movedBy: 'expert' | 'platform' | 'learner') =>
      cancellationOf({ policy: 'standard-2', startsAt, movedBy }, 'learner', late).rule;
    expect([moved('expert'), moved('platform'), moved('learner')]).toEqual([
      'after_move',
      'after_move',
      'late',
    ]);
  });

  it('refuses a rule that nobody ever agreed to', () => {
    const booking = { policy: 'secret', startsAt, movedBy: null };
    expect(() => cancellationOf(booking, 'learner', startsAt)).toThrow('secret');
  });
});
