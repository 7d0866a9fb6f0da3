import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATEGORY_ICONS } from '../../src/modules/catalog/domain/category-icons.js';

const ART = fileURLToPath(new URL('../../web/src/shared/cards/CategoryArt.tsx', import.meta.url));

describe('the pictures that ops choose from', () => {
  it('are those that the pages have', () => {
    const [, drawings = ''] =
      /const DRAWINGS[^{]*{\n(.*?)\n};/s.exec(readFileSync(ART, 'utf8')) ?? [];
    const drawn = [...drawings.matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name);
    expect([...CATEGORY_ICONS].sort()).toEqual(drawn.sort());
  });
});
