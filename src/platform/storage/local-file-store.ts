import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, type StoredFile } from './file-store.js';

const KEY = /^[a-z0-9][\w-]*(\/[\w-]+)*(\.\w+)?$/i;

/** Files under the data folder, each with its content type beside it. */
export class LocalFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    return this.write(key, bytes, contentType);
  }

  putStream(key: string, bytes: Readable, contentType: string): Promise<void> {
    return this.write(key, bytes, contentType);
  }

  async get(key: string): Promise<StoredFile | null> {
    const path = this.pathOf(key);
    const found = await stat(path).catch(() => null);
    if (!found) return null;
    return {
      contentType: await readFile(`${path}.type`, 'utf8'),
      sizeBytes: found.size,
      stream: (range): Readable => createReadStream(path, range),
    };
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
    await rm(`${this.pathOf(key)}.type`, { force: true });
  }

  private async write(
    key: string,
    bytes: Uint8Array | Readable,
    contentType: string,
  ): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    await this.writeWhole(`${path}.type`, Buffer.from(contentType));
    await this.writeWhole(path, bytes);
  }

  /** A crash in the middle leaves the old file or the new one, never half of it. */
  private async writeWhole(path: string, bytes: Uint8Array | Readable): Promise<void> {
    const draft = `${path}.${randomUUID()}.draft`;
    const file = await open(draft, 'w');
    try {
      await writeFile(file, bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new RangeError(`not a storage key: ${key}`);
    return join(this.root, key);
  }
}
