import 'reflect-metadata';
import { DomainError } from '../../../shared/domain-error.js';
import { UsageError } from './command-line.js';
import { explain, golden, lint, mutate } from './file-commands.js';
import { diff, exportPack, importPack, replayAll, simulate } from './store-commands.js';

/** Each command answers with the process's exit code: 0 well, 1 something was found, 2 wrongly asked. */
type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  lint: { run: lint, usage: 'lint' },
  golden: { run: golden, usage: 'golden [FILE] [--only FR,DE] [--json FILE]' },
  explain: {
    run: explain,
    usage: 'explain FACTS.json [--locale en] [--reader learner|expert|ops]',
  },
  simulate: { run: simulate, usage: 'simulate PACK --month YYYY-MM' },
  diff: { run: diff, usage: 'diff PACK PACK' },
  import: { run: importPack, usage: 'import FILE.yaml [--author NAME]' },
  export: { run: exportPack, usage: 'export PACK [--out FILE.yaml]' },
  mutate: { run: mutate, usage: 'mutate [--only FR,DE]' },
  replay: { run: replayAll, usage: 'replay [--month YYYY-MM]' },
};

const USAGE = [
  'usage:',
  ...Object.values(COMMANDS).map(({ usage }) => `  npm run tax -- ${usage}`),
  'PACK is a .yaml file, CODE or CODE@VERSION of the store, or shipped:CODE',
].join('\n');

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return complain(name === undefined ? USAGE : `${name} is no command\n${USAGE}`);
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError)
      return complain(`${error.message}\nusage: npm run tax -- ${command.usage}`);
    if (error instanceof DomainError || error instanceof SyntaxError || error instanceof RangeError)
      return complain(error.message);
    throw error;
  }
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}

// `… | head` closes the pipe early; there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));
