import PDFDocument from 'pdfkit';
import type { DocumentPage } from '../../application/document-page.js';
import { Sheet, type TextStyle } from './sheet.js';

const MARGIN = 56;
const INK = '#1c1b1f';
const MUTED = '#5d5b66';
const LINE = '#d8d6de';
const GAP = 24;

const TITLE: TextStyle = { size: 22, weight: 700, color: INK };
const TEXT: TextStyle = { size: 10, weight: 400, color: INK };
const STRONG: TextStyle = { size: 10, weight: 700, color: INK };
const LABEL: TextStyle = { size: 8.5, weight: 400, color: MUTED };
const NOTE: TextStyle = { size: 9, weight: 400, color: INK };
const TOTAL: TextStyle = { size: 12, weight: 700, color: INK };

/** Widths of description, quantity, unit price and amount, as shares of the page. */
const COLUMNS = [0.46, 0.18, 0.18, 0.18] as const;

/** Draws a document of one page. */
export async function printPage(page: DocumentPage): Promise<Uint8Array> {
  const issuedAt = new Date(page.issuedAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: page.language,
    info: { Title: `${page.title} ${page.facts[0]?.value ?? ''}`, CreationDate: issuedAt },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  draw(new Sheet(pdf, page.direction, MARGIN), page, pdf.page.height);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(sheet: Sheet, page: DocumentPage, height: number): void {
  let top = sheet.write(page.title, { start: 0, width: sheet.width, top: MARGIN }, TITLE) + GAP / 2;
  top = drawFacts(sheet, page, top) + GAP;
  top = drawParties(sheet, page, top) + GAP;
  top = drawTable(sheet, page, top) + GAP / 2;
  top = drawTotals(sheet, page, top) + GAP;
  for (const note of page.notes)
    top = sheet.write(note, { start: 0, width: sheet.width, top }, NOTE) + 6;
  sheet.rule(height - MARGIN - 26, LINE, 0.75);
  sheet.write(page.footer, { start: 0, width: sheet.width, top: height - MARGIN - 18 }, LABEL);
}

function drawFacts(sheet: Sheet, { facts }: DocumentPage, top: number): number {
  const width = sheet.width / Math.max(3, facts.length);
  const ends = facts.map(({ label, value }, index) => {
    const box = { start: width * index, width: width - 12 };
    const below = sheet.write(label, { ...box, top }, LABEL);
    return sheet.write(value, { ...box, top: below }, STRONG);
  });
  return Math.max(...ends);
}

function drawParties(sheet: Sheet, { parties }: DocumentPage, top: number): number {
  sheet.rule(top, LINE, 0.75);
  const width = sheet.width / 2;
  const ends = parties.map(({ label, lines }, index) => {
    const box = { start: width * index, width: width - 16 };
    let below = sheet.write(label, { ...box, top: top + GAP / 2 }, LABEL);
    lines.forEach((line, number) => {
      below = sheet.write(line, { ...box, top: below }, number === 0 ? STRONG : TEXT);
    });
    return below;
  });
  return Math.max(...ends);
}

function drawTable(sheet: Sheet, { columns, row, underRow }: DocumentPage, top: number): number {
  const cells = (texts: readonly string[], at: number, style: TextStyle): number => {
    let start = 0;
    const ends = texts.map((text, index) => {
      const width = sheet.width * (COLUMNS[index] ?? 0);
      const isLast = index === texts.length - 1;
      const box = { start, width: isLast ? width : width - 8, top: at };
      start += width;
      return sheet.write(text, box, style, index === 0 ? 'start' : 'end');
    });
    return Math.max(...ends);
  };
  let below = cells(columns, top, LABEL) + 4;
  sheet.rule(below, INK, 0.75);
  below = cells(row, below + 8, TEXT);
  for (const line of underRow)
    below = sheet.write(line, { start: 0, width: sheet.width, top: below }, LABEL);
  sheet.rule(below + 8, LINE, 0.75);
  return below + 8;
}

function drawTotals(sheet: Sheet, { totals }: DocumentPage, top: number): number {
  const start = sheet.width * 0.34;
  let below = top;
  for (const { label, value, isStrong } of totals) {
    const style = isStrong ? TOTAL : TEXT;
    const split = sheet.width * 0.46;
    const labelEnd = sheet.write(label, { start, width: split - 8, top: below }, style);
    const box = { start: start + split, width: sheet.width - start - split, top: below };
    below = Math.max(labelEnd, sheet.write(value, box, style, 'end')) + 4;
  }
  return below;
}
