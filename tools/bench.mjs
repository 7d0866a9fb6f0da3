// `npm run bench [NAME] [--json FILE]`: figures of this machine, each bounded in time, on loopback, against the built program.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhatIsStale, installWhatIsMissing, refuseOldNode, ROOT } from './steps.mjs';

refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
const args = process.argv.slice(2);
const jsonFile = args.includes('--json') ? args[args.indexOf('--json') + 1] : null;
const wanted = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--json');
const folder = join(ROOT, 'test', 'bench');
const rows = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .sort()) {
  const name = file.replace('.bench.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { run, isHeavy = false } = await import(pathToFileURL(join(folder, file)).href);
  // Minutes of real calls: only when asked for by name.
  if (isHeavy && !wanted.includes(name)) continue;
  process.stdout.write(`${name}\n`);
  for (const row of await run({ root: ROOT })) {
    rows.push({ bench: name, ...row });
    process.stdout.write(
      `  ${row.what.padEnd(58)} ${String(row.value).padStart(10)} ${row.unit}\n`,
    );
  }
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
