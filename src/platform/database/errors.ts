const UNIQUE_VIOLATIONS = new Set([
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);
/** MySQL: deadlock found; lock wait timeout exceeded. */
const RETRYABLE_ERRNOS = new Set([1213, 1205]);

/** Whether the store refused a row because a unique key holds its value already. */
export function isUniqueViolation(error: unknown): boolean {
  const cause = driverErrorOf(error);
  return typeof cause?.code === 'string' && UNIQUE_VIOLATIONS.has(cause.code);
}

/** Whether the same transaction may succeed when it is run again from its beginning. */
export function isRetryable(error: unknown): boolean {
  const cause = driverErrorOf(error);
  return typeof cause?.errno === 'number' && RETRYABLE_ERRNOS.has(cause.errno);
}

function driverErrorOf(error: unknown): { code?: unknown; errno?: unknown } | null {
  if (error === null || typeof error !== 'object') return null;
  if (
    'driverError' in error &&
    error.driverError !== null &&
    typeof error.driverError === 'object'
  ) {
    return error.driverError;
  }
  return error;
}
