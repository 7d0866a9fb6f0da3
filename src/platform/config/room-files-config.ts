/** What people may send each other in a room. */
export interface RoomFilesConfig {
  readonly bytesMax: number;
  /** Endings of file names, without the dot; null takes every kind that the program knows. */
  readonly extensions: readonly string[] | null;
}

const DEFAULT_MB_MAX = 25;
const MB_MAX = 200;

/** @param problems gets one sentence for each thing that is wrong */
export function readRoomFiles(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): RoomFilesConfig {
  const mb = Number(env['ROOM_FILE_MB_MAX'] ?? DEFAULT_MB_MAX);
  if (!Number.isInteger(mb) || mb < 1 || mb > MB_MAX)
    problems.push(`ROOM_FILE_MB_MAX must be a whole number from 1 to ${MB_MAX}.`);
  const kinds = (env['ROOM_FILE_KINDS'] ?? '')
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  if (kinds.some((kind) => !/^[a-z0-9]{1,8}$/.test(kind)))
    problems.push('ROOM_FILE_KINDS lists endings of file names, such as "png,pdf,md".');
  return { bytesMax: mb * 1024 * 1024, extensions: kinds.length === 0 ? null : kinds };
}
