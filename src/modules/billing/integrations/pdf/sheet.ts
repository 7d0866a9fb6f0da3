import type PDFDocument from 'pdfkit';
import type { Face, Weight } from './font-book.js';
import { type Run, runsOf } from './text-runs.js';

type Pdf = InstanceType<typeof PDFDocument>;

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

export interface Box {
  /** From the side where reading begins, within the margins. */
  readonly start: number;
  readonly width: number;
  readonly top: number;
}

const LINE_HEIGHT = 1.4;
/** Distance from the top of a line to its baseline, in sizes. */
const ASCENT = 1.05;

/** A page that is written from the reader's side: everything that says "start" is left in English and right in Arabic. */
export class Sheet {
  constructor(
    private readonly pdf: Pdf,
    private readonly direction: 'ltr' | 'rtl',
    private readonly margin: number,
  ) {}

  get width(): number {
    return this.pdf.page.width - 2 * this.margin;
  }

  /** Writes a text into a box, as many lines as it needs. @returns where the next thing may begin */
  write(text: string, box: Box, style: TextStyle, align: 'start' | 'end' = 'start'): number {
    let top = box.top;
    for (const line of this.wrap(text, box.width, style)) {
      this.writeLine(line, { ...box, top }, style, align);
      top += style.size * LINE_HEIGHT;
    }
    return top;
  }

  rule(top: number, color: string, thickness: number): void {
    this.pdf
      .moveTo(this.margin, top)
      .lineTo(this.margin + this.width, top)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  private writeLine(line: string, box: Box, style: TextStyle, align: 'start' | 'end'): void {
    const runs = runsOf(line, this.direction);
    const widths = runs.map((run) => this.widthOf(run, style));
    const total = widths.reduce((sum, width) => sum + width, 0);
    const isLeft = (align === 'start') === (this.direction === 'ltr');
    const left =
      this.direction === 'ltr'
        ? this.margin + box.start
        : this.margin + this.width - box.start - box.width;
    let x = isLeft ? left : left + box.width - total;
    runs.forEach((run, index) => {
      this.use(run.face, style);
      this.pdf.fillColor(style.color).text(run.text, x, box.top + style.size * ASCENT, {
        lineBreak: false,
        baseline: 'alphabetic',
        features: [],
      });
      x += widths[index] ?? 0;
    });
  }

  /** Breaks at spaces; a word that is wider than the box stands alone. */
  private wrap(text: string, width: number, style: TextStyle): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.measure(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  private measure(text: string, style: TextStyle): number {
    return runsOf(text, this.direction).reduce((sum, run) => sum + this.widthOf(run, style), 0);
  }

  private widthOf({ text, face }: Run, style: TextStyle): number {
    this.use(face, style);
    return this.pdf.widthOfString(text, { features: [] });
  }

  private use(face: Face, { weight, size }: TextStyle): void {
    const name = `${face.name}-${weight}`;
    if (!this.known.has(name)) {
      this.pdf.registerFont(name, face.bytes(weight));
      this.known.add(name);
    }
    this.pdf.font(name).fontSize(size);
  }

  private readonly known = new Set<string>();
}
