import {
  CATEGORY_ICONS,
  type CategoryForEditing,
  type CategoryNode,
  HELP_KINDS,
} from '../../../src/modules/catalog/index.js';
import { TAX_CATEGORIES } from '../../../src/modules/tax/index.js';
import { LANGUAGES } from '../../../src/platform/i18n/languages.js';
import type { CategoryChoices, CategoryPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { holdsOneOf, type Staff } from '../../staff.js';
import { TREE_ROLES } from '../../actions/catalog/category-commands.js';

/** Everything that a page about a category shows and offers to choose from. */
export async function categoryPage(
  faces: Faces,
  { own, inherited, oldAddresses }: CategoryForEditing,
  staff: Staff,
): Promise<CategoryPage> {
  const choices = await categoryChoices(faces, staff);
  const siblings = choices.tree.filter(({ parentId }) => parentId === own.parentId);
  const place = siblings.findIndex(({ id }) => id === own.id);
  return {
    id: own.id,
    state: own.state,
    mayEdit: holdsOneOf(staff, TREE_ROLES),
    name: nameIn(own, staff.language),
    mergedInto: choices.tree.find(({ id }) => id === own.mergedInto)?.path ?? null,
    oldAddresses,
    own: {
      slug: own.slug,
      icon: own.icon,
      names: own.names,
      forbidsRecording: own.forbidsRecording,
      taxCategories: own.taxCategories,
      requirements: own.requirements,
      parentId: own.parentId,
      afterId: siblings[place - 1]?.id ?? null,
    },
    inherited,
    choices,
  };
}

export async function categoryChoices(faces: Faces, staff: Staff): Promise<CategoryChoices> {
  const t = await faces.translator.for(staff.language);
  const languages = new Intl.DisplayNames([staff.language], { type: 'language' });
  const nodes = await faces.catalog.categoryNodes();
  const pathOf = (node: CategoryNode): string => {
    const parent = nodes.find(({ id }) => id === node.parentId);
    const name = nameIn(node, staff.language);
    return parent ? `${pathOf(parent)} › ${name}` : name;
  };
  return {
    languages: LANGUAGES.map((code) => ({ value: code, label: languages.of(code) ?? code })),
    icons: CATEGORY_ICONS.map((icon) => ({ value: icon, label: t(`catalog:icon.${icon}`) })),
    kinds: HELP_KINDS.map((kind) => ({ value: kind, label: t(`console:offer.kinds.${kind}`) })),
    taxCategories: TAX_CATEGORIES.map((category) => ({
      value: category,
      label: t(`catalog:taxCategory.${category}`),
    })),
    tree: nodes
      .filter(({ state }) => state === 'open')
      .map((node) => ({ id: node.id, parentId: node.parentId, path: pathOf(node) })),
  };
}

function nameIn({ names, slug }: CategoryNode, language: string): string {
  return names[language] ?? names['en'] ?? slug;
}
