import type { Category, CategoryNode, CategoryRequirement, TaxMapping } from './category.js';

/** All categories at one moment: what each has from those above it, and who lies below whom. */
export class CategoryTree {
  private readonly nodes: ReadonlyMap<string, CategoryNode>;

  /** @param nodes in the order in which siblings are shown */
  constructor(nodes: readonly CategoryNode[]) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
  }

  node(id: string): CategoryNode | undefined {
    return this.nodes.get(id);
  }

  /** With what it inherits; of a merged one, the one that it went into. */
  category(id: string): Category | undefined {
    const found = this.nodes.get(id);
    const node = found?.mergedInto ? this.nodes.get(found.mergedInto) : found;
    if (!node) return undefined;
    const path = this.path(node.id).toReversed();
    return {
      ...node,
      requirements: path.reduce<readonly CategoryRequirement[]>(askedWith, []),
      taxCategories: path.reduce<TaxMapping>(
        (above, { taxCategories }) => (isEmpty(taxCategories) ? above : taxCategories),
        {},
      ),
      forbidsRecording: path.some(({ forbidsRecording }) => forbidsRecording),
    };
  }

  /** The category itself, its parent, and so on to the top; empty when there is none. */
  path(id: string): CategoryNode[] {
    const path: CategoryNode[] = [];
    // A circle cannot be written; a damaged store shall not stop the program either.
    for (
      let node = this.nodes.get(id);
      node && !path.includes(node);
      node = node.parentId === null ? undefined : this.nodes.get(node.parentId)
    )
      path.push(node);
    return path;
  }

  /** Those that can be chosen and visited, each parent before its parts. */
  open(): Category[] {
    return this.below(null).flatMap(({ id, state }) => {
      const category = state === 'open' ? this.category(id) : undefined;
      return category ? [category] : [];
    });
  }

  /** Every category, each parent before its parts. */
  all(): CategoryNode[] {
    return this.below(null);
  }

  children(parentId: string | null): CategoryNode[] {
    return [...this.nodes.values()].filter((node) => node.parentId === parentId);
  }

  /** The category and everything below it, with those that were merged into one of them. */
  subtreeIds(id: string): string[] {
    const own = [id, ...this.below(id).map((node) => node.id)];
    const merged = [...this.nodes.values()].filter(
      ({ mergedInto }) => mergedInto !== null && own.includes(mergedInto),
    );
    return [...own, ...merged.map((node) => node.id)];
  }

  /** Whether putting one under the other would make a circle. */
  wouldCircle(id: string, parentId: string | null): boolean {
    return parentId !== null && this.path(parentId).some((node) => node.id === id);
  }

  /** The tree as it would be with one category written otherwise. */
  with(id: string, change: Partial<CategoryNode>): CategoryTree {
    return new CategoryTree(
      [...this.nodes.values()].map((node) => (node.id === id ? { ...node, ...change } : node)),
    );
  }

  private below(parentId: string | null): CategoryNode[] {
    return this.children(parentId).flatMap((child) => [child, ...this.below(child.id)]);
  }
}

/** What is asked with a category's own requirements on top: same key, its own stands; waived, nothing is asked. */
function askedWith(
  above: readonly CategoryRequirement[],
  { requirements }: CategoryNode,
): readonly CategoryRequirement[] {
  const own = new Map(requirements.map((requirement) => [requirement.key, requirement]));
  const kept = above.map((requirement) => own.get(requirement.key) ?? requirement);
  const added = requirements.filter(({ key }) => above.every((inherited) => inherited.key !== key));
  return [...kept, ...added].filter(
    (requirement) => !('isWaived' in requirement && requirement.isWaived),
  );
}

function isEmpty(mapping: TaxMapping): boolean {
  return Object.values(mapping).every((offered) => offered.length === 0);
}
