import { clearCase } from './guarantee.js';

const proof = {
  endReason: 'ended_by_learner',
  billedSeconds: 600,
  poorSeconds: 0,
  agreedSeconds: null,
};

describe('clearCase', () => {
  it.each([
    [
      'an expert who never came',
      { ...proof, endReason: 'expert_never_came', billedSeconds: 0 },
      'expert_never_came',
    ],
    [
      'an expert who left a fixed hour after twenty minutes',
      { ...proof, endReason: 'expert_left', billedSeconds: 1200, agreedSeconds: 3600 },
      'expert_left_early',
    ],
    [
      'an expert who hung up after two minutes',
      { ...proof, endReason: 'ended_by_expert', billedSeconds: 120 },
      'expert_left_early',
    ],
    [
      'an expert who ended after four fifths',
      { ...proof, endReason: 'ended_by_expert', billedSeconds: 2880, agreedSeconds: 3600 },
      null,
    ],
    [
      'a line that was too poor for a third of the time',
      { ...proof, poorSeconds: 300 },
      'poor_line',
    ],
    ['a line that was too poor for less than that', { ...proof, poorSeconds: 299 }, null],
    ['a learner who ended it', proof, null],
    ['a learner whose line broke', { ...proof, endReason: 'learner_left' }, null],
  ])('judges %s', (_, facts, rule) => {
    expect(clearCase(facts)).toBe(rule);
  });
});
