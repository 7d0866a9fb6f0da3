import { keepPrepared } from './prepared-statements.js';

describe('keepPrepared', () => {
  const connection = (): { prepare(text: string): object; readonly prepared: string[] } => {
    const prepared: string[] = [];
    return { prepared, prepare: (text) => (prepared.push(text), { text }) };
  };

  it('gives the same statement for the same text', () => {
    const kept = connection();
    keepPrepared(kept);
    expect(kept.prepare('SELECT 1')).toBe(kept.prepare('SELECT 1'));
    expect(kept.prepared).toEqual(['SELECT 1']);
  });

  it('forgets what was not used for longest, and no more', () => {
    const kept = connection();
    keepPrepared(kept);
    kept.prepare('often');
    for (let number = 0; number < 499; number += 1) {
      kept.prepare(`SELECT ${number}`);
      kept.prepare('often');
    }
    kept.prepare('one more');
    kept.prepare('often');
    expect(kept.prepared.filter((text) => text === 'often')).toHaveLength(1);
    kept.prepare('SELECT 0');
    expect(kept.prepared.filter((text) => text === 'SELECT 0')).toHaveLength(2);
  });
});
