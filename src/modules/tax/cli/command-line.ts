/** What was typed does not fit the command; the message says what would. */
export class UsageError extends Error {}

export interface Arguments {
  readonly positional: readonly string[];
  option(name: string): string | undefined;
}

/**
 * Splits words into positional ones and `--name value` pairs.
 *
 * @param options names that the command knows, without the dashes
 * @param counts  how many positional words it takes, least and most
 * @throws UsageError when an option is unknown or lacks its value, or the words do not fit
 */
export function readArguments(
  args: readonly string[],
  options: readonly string[],
  counts: readonly [least: number, most: number],
): Arguments {
  const positional: string[] = [];
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (!word.startsWith('--')) {
      positional.push(word);
      continue;
    }
    const name = word.slice(2);
    if (!options.includes(name)) {
      const known = options.map((option) => `--${option}`).join(', ');
      throw new UsageError(
        `${word} is not an option here${known === '' ? '' : `; known: ${known}`}`,
      );
    }
    const value = args[index + 1];
    if (value === undefined || value.startsWith('--'))
      throw new UsageError(`${word} needs a value`);
    given.set(name, value);
    index += 1;
  }
  const [least, most] = counts;
  if (positional.length < least) throw new UsageError('something is missing');
  if (positional.length > most) {
    throw new UsageError(`one word too many: ${positional[most] ?? ''}`);
  }
  return { positional, option: (name) => given.get(name) };
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
