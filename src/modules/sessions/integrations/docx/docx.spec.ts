import { readDocx } from './read-docx.js';
import { unpackedSize } from './unpacked-size.js';
import { writeDocx } from './write-docx.js';

const TEXT = [
  '# Bread & salt',
  'Mix **well**, *slowly*.',
  '- flour\n- water',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'See [this](https://visavis.example/).',
  'اخلط الدقيق',
].join('\n\n');

describe('a .docx', () => {
  it('gives back what was written, heading, list, table, link and Arabic', async () => {
    expect(await readDocx(await writeDocx(TEXT))).toBe(TEXT);
  });

  it('is refused when it is none, and when it unpacks to more than is read', async () => {
    expect(await readDocx(Buffer.from('PK no document'))).toBeNull();
    expect(await readDocx(Buffer.alloc(0))).toBeNull();
    const bytes = await writeDocx('a'.repeat(300_000));
    expect(unpackedSize(bytes, 1_000_000)).toBeGreaterThan(300_000);
    expect(unpackedSize(bytes, 100_000)).toBeNull();
  });
});
