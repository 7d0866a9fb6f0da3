import type { Response } from 'express';
import type { StoredFile } from '../../src/platform/storage/file-store.js';

/** Shows a file that somebody uploaded: whatever it holds, it may run and load nothing. */
export function sendFile(response: Response, file: StoredFile): void {
  response.set({
    'content-type': file.contentType,
    'content-length': String(file.sizeBytes),
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  file
    .stream()
    .on('error', () => response.destroy())
    .pipe(response);
}
