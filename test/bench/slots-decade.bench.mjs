// Slots of every zone on every day of ten years, compared with trying every instant. Long: SLOTS_DECADE_SECONDS bounds it.
import { spawnSync } from 'node:child_process';

const SECONDS_MAX = Number(process.env.SLOTS_DECADE_SECONDS ?? 60);

const PROGRAM = `
import { register } from 'node:module';
register('./src/modules/sessions/media/from-source-hooks.mjs', 'file://' + process.cwd() + '/');
const { run } = await import(process.cwd() + '/test/bench/slots-decade.bench.ts');
console.log('FIGURES ' + JSON.stringify(run(${SECONDS_MAX})));
`;

export async function run({ root }) {
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd: root,
    encoding: 'utf8',
  });
  const line = child.stdout.split('\n').find((text) => text.startsWith('FIGURES '));
  if (!line) throw new Error(`slots-decade gave no figures:\n${child.stderr}`);
  const { version, zones, distinct, done, slots, differences } = JSON.parse(
    line.slice('FIGURES '.length),
  );
  for (const where of differences) process.stdout.write(`  differs: ${where}\n`);
  return [
    {
      what: `zones of release ${version} (${zones} names, ${distinct} that differ) compared over ten years`,
      value: `${done}/${distinct}`,
      unit: '',
    },
    { what: 'slots compared', value: slots, unit: '' },
    { what: 'differences', value: differences.length, unit: '' },
  ];
}
