import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError } from '../../shared/domain-error.js';
import { FileTooLargeError } from './uploads.js';

export interface SentFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * The one file of a multipart body.
 *
 * @param bytesMax where it is not the limit of the whole program
 * @throws InvalidInputError when there is none, FileTooLargeError
 */
export async function readSentFile(request: FastifyRequest, bytesMax?: number): Promise<SentFile> {
  const limits = bytesMax === undefined ? {} : { limits: { fileSize: bytesMax, files: 1 } };
  const part = request.isMultipart() ? await request.file(limits) : undefined;
  if (!part) throw new InvalidInputError([{ field: 'file', rule: 'required' }]);
  try {
    return { fileName: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    if (bytesMax !== undefined && isTooLarge(error)) throw new FileTooLargeError(bytesMax);
    throw error;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
}
