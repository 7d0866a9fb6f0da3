// `npm run api-types`: writes the types of the HTTP API that the pages use, from the description that the built program gives of itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServerIfStale, installWhatIsMissing, refuseOldNode, ROOT } from './steps.mjs';

const OUTPUT = 'web/src/shared/api/schema.d.ts';

refuseOldNode();
installWhatIsMissing();
buildServerIfStale();
const folder = mkdtempSync(join(tmpdir(), 'visavis-openapi-'));
try {
  const description = join(folder, 'openapi.json');
  run(process.execPath, [join(ROOT, 'dist/src/describe-api.js'), description]);
  run(join(ROOT, 'node_modules/.bin/openapi-typescript'), [
    description,
    '--output',
    process.argv[2] ?? join(ROOT, OUTPUT),
    '--alphabetize',
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout}${result.stderr}`);
  process.exit(1);
}
