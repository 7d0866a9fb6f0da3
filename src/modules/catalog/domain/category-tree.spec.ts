import fc from 'fast-check';
import type { CategoryNode } from './category.js';
import { CategoryTree } from './category-tree.js';

const node = (id: string, change: Partial<CategoryNode> = {}): CategoryNode => ({
  id,
  slug: id,
  parentId: null,
  icon: 'other',
  names: { en: id },
  requirements: [],
  taxCategories: {},
  forbidsRecording: false,
  position: 0,
  state: 'open',
  mergedInto: null,
  ...change,
});

describe('CategoryTree', () => {
  it('has from the parents what a category does not say itself', () => {
    const tree = new CategoryTree([
      node('health', { forbidsRecording: true, taxCategories: { advice: ['health_regulated'] } }),
      node('sleep', { parentId: 'health' }),
      node('yoga', { parentId: 'health', taxCategories: { lesson: ['fitness_class'] } }),
    ]);
    expect(tree.category('sleep')).toMatchObject({
      forbidsRecording: true,
      taxCategories: { advice: ['health_regulated'] },
    });
    expect(tree.category('yoga')?.taxCategories).toEqual({ lesson: ['fitness_class'] });
  });

  it('gives for a merged category the one that it went into', () => {
    const tree = new CategoryTree([node('a', { state: 'merged', mergedInto: 'b' }), node('b')]);
    expect(tree.category('a')?.id).toBe('b');
    expect(tree.open().map(({ id }) => id)).toEqual(['b']);
  });

  it('survives a circle that somebody wrote into the store by hand', () => {
    const tree = new CategoryTree([node('a', { parentId: 'b' }), node('b', { parentId: 'a' })]);
    expect(tree.path('a').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps every category below the top whatever moves are made that it does not refuse', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const move = fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const tree = moves.reduce(
          (before, [id, parentId]) =>
            before.wouldCircle(id, parentId) ? before : before.with(id, { parentId }),
          new CategoryTree(ids.map((id) => node(id))),
        );
        expect(
          tree
            .all()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(ids);
      }),
    );
  });
});
