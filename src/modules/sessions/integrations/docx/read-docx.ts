import mammoth from 'mammoth';
import { htmlToMarkdown } from './html-to-markdown.js';
import { unpackedSize } from './unpacked-size.js';

/** A document of many hundred pages with pictures; what unpacks to more was made to hurt. */
const UNPACKED_BYTES_MAX = 60_000_000;

/** @returns null for what is no .docx or unpacks to too much; pictures are left out */
export async function readDocx(bytes: Uint8Array): Promise<string | null> {
  if (unpackedSize(bytes, UNPACKED_BYTES_MAX) === null) return null;
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return htmlToMarkdown(value);
  } catch {
    return null;
  }
}
