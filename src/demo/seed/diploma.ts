/**
 * A one-page PDF that says whose diploma it would be, so that reviewers have something to open.
 *
 * @param name in Latin letters: the page uses a font that every reader brings along
 */
export function drawDiploma(name: string): Uint8Array {
  const text = `Diploma of ${name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '')}`;
  const lines = [text, 'Made for the demonstration of Visavis. It proves nothing.'];
  const content = lines
    .map((line, index) => `BT /F1 ${22 - index * 10} Tf 72 ${700 - index * 40} Td (${line}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return new TextEncoder().encode(assemble(objects));
}

/** Header, numbered objects, the table of where each begins, and the trailer that points to it. */
function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return [
    file,
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`,
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  ].join('');
}
