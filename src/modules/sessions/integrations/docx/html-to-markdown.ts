interface Writing {
  /** The marks of the lists that are open, innermost last. */
  readonly lists: ('-' | '1.')[];
  readonly links: string[];
  cells: string[] | null;
  hasHeader: boolean;
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/**
 * Markdown of the few tags that the reader of .docx writes: headings, paragraphs, lists, emphasis, links, tables.
 * What it does not know leaves its text. Signs are not escaped: people read and change the text, no program does.
 */
export function htmlToMarkdown(html: string): string {
  const writing: Writing = { lists: [], links: [], cells: null, hasHeader: false, text: '' };
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = tagOf(token);
    if (tag === null) write(writing, plain(token));
    else if (tag.startsWith('/')) close(writing, tag.slice(1));
    else open(writing, tag, token);
  }
  return writing.text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function tagOf(token: string): string | null {
  return /^<(\/?\w+)/.exec(token)?.[1]?.toLowerCase() ?? null;
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function write(writing: Writing, text: string): void {
  const { cells } = writing;
  if (cells === null) writing.text += text;
  else if (cells.length > 0) cells[cells.length - 1] += text.replace(/\s+/g, ' ').replace('|', '/');
}

function open(writing: Writing, tag: string, token: string): void {
  const { lists } = writing;
  if (/^h[1-6]$/.test(tag)) write(writing, `\n\n${'#'.repeat(Number(tag[1]))} `);
  else if (tag === 'strong') write(writing, '**');
  else if (tag === 'em') write(writing, '*');
  else if (tag === 'br') write(writing, '\n');
  else if (tag === 'ul' || tag === 'ol') lists.push(tag === 'ul' ? '-' : '1.');
  else if (tag === 'li')
    write(writing, `\n${'  '.repeat(Math.max(0, lists.length - 1))}${lists.at(-1) ?? '-'} `);
  else if (tag === 'a') {
    writing.links.push(plain(/href="([^"]*)"/.exec(token)?.[1] ?? ''));
    write(writing, '[');
  } else if (tag === 'table') {
    writing.hasHeader = false;
    write(writing, '\n\n');
  } else if (tag === 'tr') writing.cells = [];
  else if (tag === 'td' || tag === 'th') writing.cells?.push('');
}

function close(writing: Writing, tag: string): void {
  if (/^(h[1-6]|p)$/.test(tag)) write(writing, '\n\n');
  else if (tag === 'strong') write(writing, '**');
  else if (tag === 'em') write(writing, '*');
  else if (tag === 'ul' || tag === 'ol') {
    writing.lists.pop();
    if (writing.lists.length === 0) write(writing, '\n\n');
  } else if (tag === 'a') {
    const address = writing.links.pop() ?? '';
    write(writing, address.startsWith('#') ? ']' : `](${address})`);
  } else if (tag === 'tr') closeRow(writing);
  else if (tag === 'table') write(writing, '\n');
}

function closeRow(writing: Writing): void {
  const cells = writing.cells ?? [];
  writing.cells = null;
  write(writing, `| ${cells.map((cell) => cell.trim()).join(' | ')} |\n`);
  if (!writing.hasHeader) write(writing, `|${' --- |'.repeat(cells.length)}\n`);
  writing.hasHeader = true;
}
