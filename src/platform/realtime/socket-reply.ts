import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DomainError, InvalidInputError } from '../../shared/domain-error.js';
import type { Logger } from '../logging/logger.js';

export type SocketReply = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Reads a message of the wire as its class; messages are checked like HTTP bodies. @throws InvalidInputError */
export function readMessage<T extends object>(shape: new () => T, raw: unknown): T {
  const message = plainToInstance(shape, raw ?? {});
  const errors =
    typeof message === 'object'
      ? validateSync(message, { whitelist: true, forbidNonWhitelisted: true })
      : [];
  if (typeof message !== 'object' || errors.length > 0) {
    throw new InvalidInputError(
      errors.map((error) => ({
        field: error.property,
        rule: Object.keys(error.constraints ?? {})[0] ?? 'invalid',
      })),
    );
  }
  return message;
}

/** Answers a message: the result of the work, or the code of its refusal; details of our own failures stay in the log. */
export async function answer<T extends object>(
  logger: Logger,
  work: () => Promise<T>,
): Promise<(T & { ok: true }) | { ok: false; code: string }> {
  try {
    return { ...(await work()), ok: true };
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'bug')
      return { ok: false, code: error.code };
    logger.error('a socket message failed', error);
    return { ok: false, code: 'server.error' };
  }
}
