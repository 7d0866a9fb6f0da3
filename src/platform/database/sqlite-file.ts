import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import libsql from 'libsql';

/** The data file cannot be used; the message says in one sentence what to do. */
export class DataFileError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DataFileError';
  }
}

/**
 * Checks the file before anything opens it, and claims it for this process: SQLite mode is one
 * process, because timers, presence and rooms live in it.
 *
 * @returns a function that gives the claim back
 * @throws DataFileError when the file is damaged or another process uses it
 */
export function claimSqliteFile(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const lock = `${file}.pid`;
  refuseSecondProcess(lock, file);
  refuseDamagedFile(file);
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

function refuseSecondProcess(lock: string, file: string): void {
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return;
  throw new DataFileError(
    `Visavis already runs on ${file} (process ${pid}): stop it first, or set DATA_DIR to another folder.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A pid can be reused by a stranger after a crash; only another Node process can be a copy of us.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/main.js');
  } catch (error) {
    return (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ENOENT' &&
      process.platform !== 'linux'
    );
  }
}

function refuseDamagedFile(file: string): void {
  if (!existsSync(file)) return;
  const advice = `The data file ${file} is damaged: restore a backup, or move it away to start with an empty one.`;
  if (!hasSqliteHeader(file)) throw new DataFileError(advice);
  try {
    const database = new libsql(file);
    const answer = database.prepare('PRAGMA quick_check(1)').get() as
      { quick_check?: unknown } | undefined;
    database.close();
    if (answer?.quick_check !== 'ok') throw new DataFileError(advice);
  } catch (error) {
    if (error instanceof DataFileError) throw error;
    throw new DataFileError(advice, { cause: error });
  }
}

function hasSqliteHeader(file: string): boolean {
  const header = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  const bytes = readSync(descriptor, header, 0, 16, 0);
  closeSync(descriptor);
  return bytes === 0 || header.toString('latin1') === 'SQLite format 3\0';
}
