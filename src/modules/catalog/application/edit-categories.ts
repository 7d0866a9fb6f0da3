import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { type FieldProblem, InvalidInputError } from '../../../shared/domain-error.js';
import type { CategoryChanged } from '../domain/catalog.events.js';
import {
  CategoryCircleError,
  CategoryClosedError,
  CategoryInUseError,
  CategoryUnknownError,
  ListingsConcernedError,
  SlugTakenError,
  TaxCategoryLostError,
} from '../domain/catalog.errors.js';
import type { CategoryNode, OwnRequirement, TaxMapping } from '../domain/category.js';
import {
  type CategoryDescription,
  problemsOfDescription,
  problemsOfMapping,
  problemsOfRequirements,
} from '../domain/category-draft.js';
import { CategoryTree } from '../domain/category-tree.js';
import { taxEffects } from '../domain/tax-effects.js';
import { CategoryAddressRecord, CategoryRecord } from '../persistence/catalog.records.js';
import { CategoryContents } from '../persistence/category-contents.js';
import { Categories } from './categories.js';

export interface Place {
  readonly parentId: string | null;
  /** The sibling that it comes after; null puts it first. */
  readonly afterId: string | null;
}

/** Whoever asked has seen which live listings will be taxed otherwise, and wants it so. */
export interface Agreed {
  readonly toTaxChanges: boolean;
}

/** Changes of the tree. They take turns, so that no two of them together make what each alone may not. */
@Injectable()
export class EditCategories {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly categories: Categories,
    private readonly contents: CategoryContents,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** Last among the parts of its parent. @throws InvalidInputError, SlugTakenError, CategoryUnknownError, CategoryClosedError */
  async add(parentId: string | null, description: CategoryDescription): Promise<string> {
    refuse(problemsOfDescription(description));
    return this.change(async (tree) => {
      if (parentId !== null) openNode(tree, parentId);
      return this.insert({
        ...description,
        parentId,
        requirements: [],
        taxCategories: {},
        position: nextPosition(tree.children(parentId)),
      });
    });
  }

  /** Written as it is given, for those who plant a whole tree. @throws SlugTakenError */
  plant(category: Omit<CategoryNode, 'id' | 'state' | 'mergedInto'>): Promise<string> {
    return this.change(() => this.insert(category));
  }

  /** The old address keeps leading here. @throws InvalidInputError, SlugTakenError, CategoryUnknownError, CategoryClosedError */
  async describe(id: string, description: CategoryDescription): Promise<void> {
    refuse(problemsOfDescription(description));
    await this.change(async (tree) => {
      if (openNode(tree, id).slug !== description.slug)
        await this.takeAddress(description.slug, id);
      await this.write(id, description);
    });
  }

  /** @throws CategoryCircleError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError */
  async place(id: string, { parentId, afterId }: Place, agreed: Agreed): Promise<void> {
    await this.change(async (tree) => {
      openNode(tree, id);
      if (parentId !== null) openNode(tree, parentId);
      if (tree.wouldCircle(id, parentId)) throw new CategoryCircleError();
      await this.assertTaxed(tree, tree.with(id, { parentId }), id, agreed);
      const siblings = tree.children(parentId).filter((sibling) => sibling.id !== id);
      const place = siblings.findIndex((sibling) => sibling.id === afterId) + 1;
      await this.write(id, { parentId });
      await this.number([
        ...siblings.slice(0, place).map((each) => each.id),
        id,
        ...siblings.slice(place).map((each) => each.id),
      ]);
    });
  }

  /**
   * Empty takes the mapping of the parent.
   *
   * @param known tax categories that the engine has rules for
   * @throws InvalidInputError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError
   */
  async mapTax(
    id: string,
    taxCategories: TaxMapping,
    known: readonly string[],
    agreed: Agreed,
  ): Promise<void> {
    refuse(problemsOfMapping(taxCategories, known));
    await this.change(async (tree) => {
      openNode(tree, id);
      await this.assertTaxed(tree, tree.with(id, { taxCategories }), id, agreed);
      await this.write(id, { taxCategories });
    });
  }

  /** @throws InvalidInputError, CategoryUnknownError, CategoryClosedError */
  async ask(id: string, requirements: readonly OwnRequirement[]): Promise<void> {
    refuse(problemsOfRequirements(requirements));
    await this.change(async (tree) => {
      openNode(tree, id);
      await this.write(id, { requirements });
    });
  }

  /**
   * Its listings, parts and addresses go to another, for ever.
   *
   * @throws CategoryCircleError, ListingsConcernedError, TaxCategoryLostError, CategoryUnknownError, CategoryClosedError
   */
  async merge(id: string, targetId: string, agreed: Agreed): Promise<void> {
    await this.change(async (tree) => {
      openNode(tree, id);
      openNode(tree, targetId);
      if (tree.wouldCircle(id, targetId)) throw new CategoryCircleError();
      await this.assertTaxed(tree, mergedTree(tree, id, targetId), id, agreed);
      const { manager } = this.unitOfWork;
      await this.contents.rehome(id, targetId);
      await manager.update(CategoryRecord, { parentId: id }, { parentId: targetId });
      await manager.update(CategoryRecord, { mergedInto: id }, { mergedInto: targetId });
      await manager.update(CategoryAddressRecord, { categoryId: id }, { categoryId: targetId });
      await this.write(id, { state: 'merged', mergedInto: targetId });
      await this.announce(targetId);
    });
  }

  /** Only when nothing is in it: what is, is merged elsewhere. @throws CategoryInUseError, CategoryUnknownError, CategoryClosedError */
  async retire(id: string): Promise<void> {
    await this.change(async (tree) => {
      openNode(tree, id);
      const parts = tree.children(id).filter(({ state }) => state === 'open').length;
      const listings = await this.contents.countIn(tree.subtreeIds(id));
      if (listings + parts > 0) throw new CategoryInUseError(listings, parts);
      await this.write(id, { state: 'retired' });
    });
  }

  /** @throws CategoryClosedError unless it was retired and its parent is open; CategoryUnknownError */
  async restore(id: string): Promise<void> {
    await this.change(async (tree) => {
      const { state, parentId } = nodeOf(tree, id);
      if (state !== 'retired') throw new CategoryClosedError(state);
      if (parentId !== null) openNode(tree, parentId);
      await this.write(id, { state: 'open' });
    });
  }

  /** One at a time: every category is locked before the tree is read. */
  private change<T>(work: (tree: CategoryTree) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager
        .createQueryBuilder()
        .update(CategoryRecord)
        .set({ position: () => 'position' })
        .execute();
      return work(await this.categories.tree());
    });
  }

  private async insert(node: Omit<CategoryNode, 'id' | 'state' | 'mergedInto'>): Promise<string> {
    const id = this.ids.next();
    await this.takeAddress(node.slug, id);
    await this.unitOfWork.manager.insert(CategoryRecord, {
      ...(node as object),
      id,
      state: 'open',
      mergedInto: null,
    });
    await this.announce(id);
    return id;
  }

  /** Who had it before may have it again; nobody else ever. @throws SlugTakenError */
  private async takeAddress(slug: string, categoryId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    if (await manager.existsBy(CategoryAddressRecord, { slug, categoryId })) return;
    try {
      await manager.insert(CategoryAddressRecord, { slug, categoryId });
    } catch (error) {
      throw isUniqueViolation(error) ? new SlugTakenError(slug) : error;
    }
  }

  private async write(id: string, change: Partial<CategoryNode>): Promise<void> {
    await this.unitOfWork.manager.update(CategoryRecord, { id }, change);
    if (change.state !== 'merged') await this.announce(id);
  }

  private async number(ids: readonly string[]): Promise<void> {
    for (const [position, id] of ids.entries())
      await this.unitOfWork.manager.update(CategoryRecord, { id }, { position });
  }

  private async assertTaxed(
    before: CategoryTree,
    after: CategoryTree,
    id: string,
    { toTaxChanges }: Agreed,
  ): Promise<void> {
    const offers = await this.contents.taxedOffers(before.subtreeIds(id));
    const effects = taxEffects(offers, before, after);
    const lost = effects.filter((effect) => effect.after === null);
    if (lost.length > 0) throw new TaxCategoryLostError(lost);
    if (effects.length > 0 && !toTaxChanges) throw new ListingsConcernedError(effects);
  }

  private announce(categoryId: string): Promise<void> {
    return this.outbox.publish<CategoryChanged>({
      name: 'catalog.category.changed',
      aggregateId: categoryId,
      data: { categoryId },
    });
  }
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems);
}

function nodeOf(tree: CategoryTree, id: string): CategoryNode {
  const node = tree.node(id);
  if (!node) throw new CategoryUnknownError(id);
  return node;
}

function openNode(tree: CategoryTree, id: string): CategoryNode {
  const node = nodeOf(tree, id);
  if (node.state !== 'open') throw new CategoryClosedError(node.state);
  return node;
}

function nextPosition(siblings: readonly CategoryNode[]): number {
  return Math.max(-1, ...siblings.map(({ position }) => position)) + 1;
}

/** As `merge` leaves it: its parts lie below the other, whose rules hold for its listings. */
function mergedTree(tree: CategoryTree, id: string, targetId: string): CategoryTree {
  return tree
    .children(id)
    .reduce((changed, child) => changed.with(child.id, { parentId: targetId }), tree)
    .with(id, { state: 'merged', mergedInto: targetId });
}
