import { Temporal } from 'temporal-polyfill';
import { cancellationRule } from './cancellation-rule.js';

const startsAt = Temporal.Instant.from('2026-03-10T12:00:00Z');

describe('cancellationRule', () => {
  it.each([
    ['a learner two days before', 'learner', '2026-03-08T12:00:00Z', 'free_until_24h'],
    ['a learner exactly a day before', 'learner', '2026-03-09T12:00:00Z', 'free_until_24h'],
    ['a learner a second later', 'learner', '2026-03-09T12:00:01Z', 'too_late'],
    ['an expert a minute before', 'expert', '2026-03-10T11:59:00Z', 'by_expert'],
  ] as const)('judges %s', (_, by, now, rule) => {
    expect(cancellationRule(by, startsAt, Temporal.Instant.from(now))).toBe(rule);
  });
});
