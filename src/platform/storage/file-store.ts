import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly contentType: string;
  readonly sizeBytes: number;
  stream(range?: { readonly start: number; readonly end: number }): Readable;
}

/**
 * Keeps bytes under a key such as `documents/<id>.pdf`. Whoever may read them is decided by the
 * module that owns the key; there are no public addresses.
 */
export abstract class FileStore {
  /** Writes whole or not at all; a key that exists is replaced. */
  abstract put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The same for what does not fit into memory. */
  abstract putStream(key: string, bytes: Readable, contentType: string): Promise<void>;
  /** @returns null when nothing is kept under the key */
  abstract get(key: string): Promise<StoredFile | null>;
  abstract delete(key: string): Promise<void>;
}
