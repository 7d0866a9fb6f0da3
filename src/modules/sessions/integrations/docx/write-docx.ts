import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt('commonmark', { html: false }).enable('table');

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const RTL = /[\u0591-\u07ff\ufb1d-\ufdfd\ufe70-\ufefc]/;

interface Place {
  readonly lists: ('bullets' | 'numbers')[];
  heading: number | null;
  rows: TableRow[] | null;
  cells: TableCell[];
}

/** A .docx of text with the marks of Markdown; lines as they stand, from right to left where they are written so. */
export async function writeDocx(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  const place: Place = { lists: [], heading: null, rows: null, cells: [] };
  for (const token of markdown.parse(text, {})) take(token, place, children);
  const document = new Document({
    creator: 'Visavis',
    numbering: {
      config: [
        { reference: 'bullets', levels: LEVELS.map((level) => levelOf(level, '•')) },
        { reference: 'numbers', levels: LEVELS.map((level) => levelOf(level, null)) },
      ],
    },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

function levelOf(level: number, bullet: string | null) {
  return {
    level,
    format: bullet === null ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: bullet ?? `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 720 * (level + 1), hanging: 360 } } },
  };
}

function take(token: Token, place: Place, children: (Paragraph | Table)[]): void {
  const { type, tag } = token;
  if (type === 'heading_open') place.heading = Number(tag[1]) - 1;
  else if (type === 'heading_close') place.heading = null;
  else if (type === 'bullet_list_open') place.lists.push('bullets');
  else if (type === 'ordered_list_open') place.lists.push('numbers');
  else if (type.endsWith('_list_close')) place.lists.pop();
  else if (type === 'table_open') place.rows = [];
  else if (type === 'tr_open') place.cells = [];
  else if (type === 'tr_close') place.rows?.push(new TableRow({ children: place.cells }));
  else if (type === 'table_close') {
    const width = { size: 100, type: WidthType.PERCENTAGE };
    if (place.rows?.length) children.push(new Table({ rows: place.rows, width }));
    place.rows = null;
  } else if (type === 'inline') {
    const paragraph = paragraphOf(token, place);
    if (place.rows) place.cells.push(new TableCell({ children: [paragraph] }));
    else children.push(paragraph);
  } else if (type === 'fence' || type === 'code_block')
    for (const line of token.content.replace(/\n$/, '').split('\n'))
      children.push(new Paragraph({ children: [new TextRun({ text: line, font: 'Consolas' })] }));
}

function paragraphOf(token: Token, { heading, lists, rows }: Place): Paragraph {
  const reference = rows ? undefined : lists.at(-1);
  const level = heading === null ? undefined : HEADINGS[heading];
  return new Paragraph({
    children: runsOf(token.children ?? []),
    bidirectional: RTL.test(token.content),
    ...(level && { heading: level }),
    ...(reference && { numbering: { reference, level: Math.min(lists.length - 1, 8) } }),
  });
}

function runsOf(tokens: readonly Token[]): ParagraphChild[] {
  const runs: ParagraphChild[] = [];
  let link: { address: string; children: ParagraphChild[] } | null = null;
  let bold = 0;
  let italics = 0;
  for (const { type, content, attrGet } of tokens.map(withAttributes)) {
    if (type === 'strong_open') bold += 1;
    else if (type === 'strong_close') bold -= 1;
    else if (type === 'em_open') italics += 1;
    else if (type === 'em_close') italics -= 1;
    else if (type === 'link_open') link = { address: String(attrGet('href') ?? ''), children: [] };
    else if (type === 'link_close' && link) {
      runs.push(new ExternalHyperlink({ children: link.children, link: link.address }));
      link = null;
    } else
      (link?.children ?? runs).push(
        new TextRun({
          ...(type.endsWith('break') ? { break: 1 } : { text: content }),
          bold: bold > 0,
          italics: italics > 0,
          rightToLeft: RTL.test(content),
          ...(type === 'code_inline' && { font: 'Consolas' }),
          ...(link && { style: 'Hyperlink' }),
        }),
      );
  }
  return runs;
}

function withAttributes(token: Token) {
  const { type, content } = token;
  return { type, content, attrGet: (name: string) => token.attrGet(name) };
}
