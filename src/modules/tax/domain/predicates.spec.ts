import { evaluate, type FactReader } from './predicates.js';

const read: FactReader = (path) =>
  (
    ({ 'seller.country': 'DE', live: true, hasEvidence: ['education_body'] }) as Record<
      string,
      string | boolean | string[]
    >
  )[path];

describe('evaluate', () => {
  it('holds without conditions', () => {
    expect(evaluate({}, read)).toEqual({ holds: true, because: [] });
  });

  it('reads one value, one of several, and none of several', () => {
    expect(evaluate({ 'seller.country': 'DE' }, read).holds).toBe(true);
    expect(evaluate({ 'seller.country': ['FR', 'DE'] }, read).holds).toBe(true);
    expect(evaluate({ 'seller.country': { not: ['FR', 'DE'] } }, read).holds).toBe(false);
  });

  it('asks sets whether they hold a word', () => {
    expect(evaluate({ hasEvidence: 'education_body' }, read).holds).toBe(true);
    expect(evaluate({ hasEvidence: { not: 'education_body' } }, read).holds).toBe(false);
  });

  it('is unknown, with the facts to ask for, when it rests on one that is missing', () => {
    expect(evaluate({ 'seller.country': 'DE', format: 'group' }, read)).toEqual({
      holds: 'unknown',
      missing: ['format'],
    });
    expect(evaluate({ not: { format: 'group' } }, read).holds).toBe('unknown');
  });

  it('is false whatever is missing once one part is false', () => {
    expect(evaluate({ 'seller.country': 'FR', format: 'group' }, read).holds).toBe(false);
    expect(evaluate({ any: [{ live: true }, { format: 'group' }] }, read).holds).toBe(true);
  });

  it('names the facts that it rested on', () => {
    expect(
      evaluate({ live: true, any: [{ 'seller.country': 'FR' }, { 'seller.country': 'DE' }] }, read),
    ).toEqual({
      holds: true,
      because: ['live', 'seller.country'],
    });
  });
});
