// Decisions per second over the golden cases of all packs, and what reading the packs costs a process that starts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SECONDS = 3;

const PROGRAM = `
const load = (file) => import(process.argv[1] + '/' + file);
const cpuMs = (work) => {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
};
const files = await load('integrations/pack-files.js');
const { draftsAsLaw } = await load('domain/law.js');
const { ownCases } = await load('domain/lint-coverage.js');
const { runGoldenCase } = await load('domain/golden.js');
const known = cpuMs(() => files.fingerprintOf(files.SHIPPED_PACKS));
const cold = cpuMs(() => files.readPackFiles(files.SHIPPED_PACKS));
const warm = cpuMs(() => files.readPackFiles(files.SHIPPED_PACKS));
const hashed = cpuMs(() => draftsAsLaw(files.packSetOfFiles(cold.value)));
const packs = hashed.value;
const cases = ownCases(packs);
for (const one of cases) runGoldenCase(one, packs);
let decided = 0;
const loop = cpuMs(() => {
  const end = performance.now() + ${SECONDS * 1000};
  while (performance.now() < end) {
    runGoldenCase(cases[decided % cases.length], packs);
    decided += 1;
  }
});
console.log('FIGURES ' + JSON.stringify({
  packs: cold.value.length, cases: cases.length, knownMs: known.ms, coldMs: cold.ms, warmMs: warm.ms,
  hashMs: hashed.ms, perSecond: decided / (loop.ms / 1000),
}));
`;

export async function run({ root }) {
  const folder = pathToFileURL(join(root, 'dist', 'src', 'modules', 'tax')).href;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM, folder], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  const line = child.stdout.split('\n').find((text) => text.startsWith('FIGURES '));
  if (!line) throw new Error(`the tax bench gave no figures:\n${child.stderr}`);
  const figures = JSON.parse(line.slice('FIGURES '.length));
  return [
    {
      what: `decisions per second of CPU, ${figures.cases} kinds over ${figures.packs} packs`,
      value: figures.perSecond.toFixed(0),
      unit: '/s',
    },
    {
      what: 'CPU to know files that were imported before',
      value: figures.knownMs.toFixed(1),
      unit: 'ms',
    },
    {
      what: 'CPU to read and check all packs, first time in a process',
      value: figures.coldMs.toFixed(0),
      unit: 'ms',
    },
    { what: 'the same again in a warm process', value: figures.warmMs.toFixed(0), unit: 'ms' },
    { what: 'CPU to hash them all', value: figures.hashMs.toFixed(0), unit: 'ms' },
  ];
}
