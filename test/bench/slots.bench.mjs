// A month of slots of one expert: our engine beside Temporal used plainly, in one run. The bench itself is TypeScript on the sources.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = `
import { register } from 'node:module';
register('./src/modules/sessions/media/from-source-hooks.mjs', 'file://' + process.cwd() + '/');
const { run } = await import(process.cwd() + '/test/bench/slots.bench.ts');
console.log('FIGURES ' + JSON.stringify(run()));
`;

export async function run({ root }) {
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  const line = child.stdout.split('\n').find((text) => text.startsWith('FIGURES '));
  if (!line)
    throw new Error(`${join('test', 'bench', 'slots.bench.ts')} gave no figures:\n${child.stderr}`);
  const { slots, engineMs, plainTemporalMs, ratio } = JSON.parse(line.slice('FIGURES '.length));
  return [
    { what: `CPU for a month of ${slots} slots`, value: engineMs.toFixed(3), unit: 'ms' },
    { what: 'the same with Temporal used plainly', value: plainTemporalMs.toFixed(2), unit: 'ms' },
    { what: 'times as fast', value: ratio.toFixed(0), unit: 'x' },
  ];
}
