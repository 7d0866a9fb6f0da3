const PICTURES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const BINARIES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  stl: 'model/stl',
};

/** Source of pages and scripts is text to read here, and never anything else. */
const TEXTS = [
  ...['txt', 'md', 'csv', 'tsv', 'log', 'json', 'xml', 'yaml', 'yml', 'toml', 'ini', 'srt', 'ics'],
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'tsx', 'py', 'java', 'kt', 'c', 'h', 'cpp', 'hpp', 'cs'],
  ...[
    'go',
    'rs',
    'rb',
    'php',
    'swift',
    'lua',
    'r',
    'sh',
    'sql',
    'html',
    'css',
    'vue',
    'ino',
    'tex',
  ],
];

export const FILE_EXTENSIONS: readonly string[] = [
  ...Object.keys(PICTURES),
  ...Object.keys(BINARIES),
  ...TEXTS,
];

const RASTER = new Set(Object.values(PICTURES));

/** Whether a browser may show it on our own origin: nothing that it could run as a page or script. */
export function isRasterPicture(contentType: string): boolean {
  return RASTER.has(contentType);
}

/** The part of a name after its last dot, in small letters; empty where there is none. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

/**
 * What a file is served as.
 *
 * @param seenKind the kind that its first bytes give away, or null
 * @param allowed extensions that are taken; a closed list
 * @returns null for a name that is not on the list, and for a "picture" or PDF that is none
 */
export function contentTypeOf(
  fileName: string,
  seenKind: string | null,
  allowed: readonly string[],
): string | null {
  const extension = extensionOf(fileName);
  if (!allowed.includes(extension)) return null;
  const named = PICTURES[extension] ?? BINARIES[extension];
  if (named === undefined) return 'text/plain';
  if (seenKind !== null && isRasterPicture(seenKind))
    return isRasterPicture(named) ? seenKind : null;
  const mustShow = isRasterPicture(named) || named === 'application/pdf';
  return mustShow && seenKind !== named ? null : named;
}

/**
 * A name as it may stand in the header of an answer and in a folder: one line, no path.
 *
 * @returns "file" when nothing is left
 */
export function safeFileName(fileName: string): string {
  const base = fileName.replaceAll('\\', '/').split('/').at(-1) ?? '';
  // Control characters and marks that turn the direction hide what a name ends with.
  const clean = base.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const short = clean.replace(/^\.+/, '').slice(0, 200);
  // Half a sign, sent so or cut so, cannot be written into a header.
  return short.replace(/\p{Cs}/gu, '') || 'file';
}

/** The header that names a download in every script (RFC 6266). */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  const name = safeFileName(fileName);
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
