// `npm test`: types, lint, import rules, then every level of tests. What a machine cannot run is listed with its reason.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatIsStale, installWhatIsMissing, refuseOldNode, ROOT } from './steps.mjs';
import { startTestServers } from './test-servers.mjs';

const CHECKS = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types of the server', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the pages', 'tsc', ['--noEmit', '-p', 'web/tsconfig.json']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  [
    'import rules',
    'depcruise',
    [
      '--config',
      'test/architecture/dependency-rules.cjs',
      '--output-type',
      'err',
      'src',
      'admin',
      'migrations',
      'web/src',
      'test',
    ],
  ],
];

/** Journeys run one after the other, so that no browser's call is disturbed by another's; the rest fills the cores. */
const PASSES = [
  { projects: ['unit', 'architecture', 'integration'], workers: 2 },
  { projects: ['e2e'], workers: 1 },
];

refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
const failedChecks = await runChecks();
const counts = await runTests();
report(failedChecks, counts);

/** Two at a time: the longest begins first and has a core to itself. @returns the names of those that failed */
async function runChecks() {
  const waiting = [...CHECKS];
  const failed = [];
  const workThrough = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (!(await check(...next))) failed.push(next[0]);
  };
  await Promise.all([workThrough(), workThrough()]);
  return failed;
}

async function check(title, program, args) {
  const begin = Date.now();
  const { isFine, output } = await new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', program), args, { cwd: ROOT });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.on('close', (code) =>
      resolve({ isFine: code === 0, output: Buffer.concat(parts).toString() }),
    );
  });
  process.stdout.write(
    `${isFine ? 'ok' : 'FAILED'}  ${title} (${((Date.now() - begin) / 1000).toFixed(1)} s)\n`,
  );
  if (!isFine) process.stdout.write(`${output}\n`);
  return isFine;
}

async function runTests() {
  const servers = await startTestServers();
  const folder = mkdtempSync(join(tmpdir(), 'visavis-tests-'));
  try {
    for (const reason of servers.missing) process.stdout.write(`not run  ${reason}\n`);
    if (process.env.REQUIRE_ALL === '1' && !servers.isWhole)
      failedChecks.push('everything is there');
    return PASSES.map((pass, index) =>
      runJest(pass, join(folder, `results-${index}.json`), {
        ...servers.env,
        TEST_DEMO_DIR: folder,
      }),
    ).reduce(sum);
  } finally {
    await servers.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function runJest({ projects, workers }, file, env) {
  const begin = Date.now();
  const jest = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      ...projects.flatMap((project) => ['--selectProjects', project]),
      `--maxWorkers=${workers}`,
      // In processes that are started anew when they have grown: programs that came and went leave their modules behind.
      '--workerIdleMemoryLimit=1GB',
      '--passWithNoTests',
      '--json',
      `--outputFile=${file}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env, TZ: 'UTC', FORCE_COLOR: '0' },
    },
  );
  process.stdout.write(`${projects.join(', ')}: ${((Date.now() - begin) / 1000).toFixed(0)} s\n`);
  return { ...readCounts(file), isFine: jest.status === 0 };
}

function sum(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    pending: left.pending + right.pending,
    brokenSuites: left.brokenSuites + right.brokenSuites,
    skipped: [...left.skipped, ...right.skipped],
    isFine: left.isFine && right.isFine,
  };
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } =
      JSON.parse(readFileSync(file, 'utf8'));
    const skipped = testResults.flatMap((suite) =>
      suite.assertionResults
        .filter((test) => test.status === 'pending')
        .map((test) => test.fullName),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      pending: numPendingTests,
      brokenSuites: numFailedTestSuites,
      skipped,
    };
  } catch {
    return { passed: 0, failed: 1, pending: 0, brokenSuites: 1, skipped: [] };
  }
}

function report(failed, { passed, failed: failedTests, pending, brokenSuites, skipped, isFine }) {
  for (const name of skipped) process.stdout.write(`skipped  ${name}\n`);
  if (failed.length > 0) process.stdout.write(`failed checks: ${failed.join(', ')}\n`);
  const failures =
    failedTests + failed.length + (failedTests === 0 && !isFine ? Math.max(brokenSuites, 1) : 0);
  process.stdout.write(`${passed} passed, ${failures} failed, ${pending} skipped\n`);
  process.exit(failures > 0 ? 1 : 0);
}
