/** One line of what is written home. */
export interface TranscriptLine {
  readonly at: string;
  /** Who, where somebody did it. */
  readonly who: string | null;
  readonly what: string;
  /** Words of people, as they wrote them. */
  readonly words: string;
  /** Files beside the transcript. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
}

export interface Transcript {
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly lines: readonly TranscriptLine[];
}

const STYLE =
  'body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'ol{list-style:none;padding:0}li{padding:.75rem 0;border-top:1px solid #8886}' +
  'p{margin:.25rem 0;white-space:pre-line}time,small{opacity:.75;font-size:.9em}img{max-width:100%;height:auto}';

const PICTURE = /\.(jpe?g|png|webp|svg)$/i;

/** A page that opens without us: nothing in it is loaded from anywhere but the folder it lies in. */
export function transcriptPage({ title, lead, language, lines }: Transcript): string {
  const items = lines.map(
    ({ at, who, what, words, files }) =>
      `<li><time>${escaped(at)}</time><p>${who === null ? '' : `<strong><bdi>${escaped(who)}</bdi></strong> · `}${escaped(what)}</p>` +
      (words === '' ? '' : `<p dir="auto">${escaped(words)}</p>`) +
      files.map(fileItem).join('') +
      '</li>',
  );
  return (
    `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">` +
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>` +
    `<p>${escaped(lead)}</p><ol>${items.join('')}</ol></body></html>\n`
  );
}

export function transcriptText({ title, lead, lines }: Transcript): string {
  const items = lines.map(({ at, who, what, words, files }) =>
    [
      `[${at}] ${who === null ? what : `${who} · ${what}`}`,
      ...(words === '' ? [] : [words]),
      ...files.map(({ path }) => `-> ${path}`),
    ].join('\n'),
  );
  return `${title}\n${lead}\n\n${items.join('\n\n')}\n`;
}

function fileItem({ name, path }: { readonly name: string; readonly path: string }): string {
  const address = escaped(path.split('/').map(encodeURIComponent).join('/'));
  const shown = PICTURE.test(path)
    ? `<img src="${address}" alt="${escaped(name)}">`
    : escaped(name);
  return `<p><a href="${address}"><bdi>${shown}</bdi></a></p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
