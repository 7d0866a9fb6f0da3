import { readArguments, UsageError } from './command-line.js';

describe('readArguments', () => {
  it('tells words and options apart, wherever they stand', () => {
    const read = readArguments(['--month', '2026-10', 'DE'], ['month'], [1, 1]);
    expect(read.positional).toEqual(['DE']);
    expect(read.option('month')).toBe('2026-10');
  });

  it.each([
    [['--year', '2026'], '--year is not an option here; known: --month'],
    [['DE', '--month'], '--month needs a value'],
    [['DE', 'FR'], 'one word too many: FR'],
    [[], 'something is missing'],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readArguments(args, ['month'], [1, 1])).toThrow(new UsageError(message));
  });
});
