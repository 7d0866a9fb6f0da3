import type { Action, ActionResponse } from 'adminjs';
import type { CatalogFacade } from '../../../src/modules/catalog/index.js';
import { TAX_CATEGORIES } from '../../../src/modules/tax/index.js';
import type { Audit } from '../../../src/platform/audit/audit.js';
import { beginningAction, type Command, commandAction } from '../command.js';
import {
  agreedIn,
  descriptionIn,
  mappingIn,
  parentIn,
  placeIn,
  requirementsIn,
  targetIn,
} from './category-input.js';

/** Who may change the tree. */
export const TREE_ROLES = ['ops'] as const;

/** What ops can do with the tree of categories; the rules are the catalog's. */
export function categoryCommands(
  catalog: CatalogFacade,
  audit: Audit,
): Record<string, Partial<Action<ActionResponse>>> {
  const command = (name: string, run: Command['run']): Partial<Action<ActionResponse>> =>
    commandAction(audit, { ...commandNamed(catalog, name), run });
  return {
    create: beginningAction(audit, {
      ...commandNamed(catalog, 'create'),
      run: (_id, _staff, _reasons, input) =>
        catalog.createCategory(parentIn(input), descriptionIn(input)),
    }),
    describe: command('describe', (id, _staff, _reasons, input) =>
      catalog.describeCategory(id, descriptionIn(input)),
    ),
    place: command('place', (id, _staff, _reasons, input) =>
      catalog.placeCategory(id, placeIn(input), agreedIn(input)),
    ),
    mapTax: command('mapTax', (id, _staff, _reasons, input) =>
      catalog.mapCategoryTax(id, mappingIn(input), TAX_CATEGORIES, agreedIn(input)),
    ),
    ask: command('ask', (id, _staff, _reasons, input) =>
      catalog.askInCategory(id, requirementsIn(input)),
    ),
    merge: command('merge', (id, _staff, _reasons, input) =>
      catalog.mergeCategory(id, targetIn(input), agreedIn(input)),
    ),
    retire: command('retire', (id) => catalog.retireCategory(id)),
    restore: command('restore', (id) => catalog.restoreCategory(id)),
  };
}

function commandNamed(catalog: CatalogFacade, name: string): Omit<Command, 'run'> {
  return {
    roles: TREE_ROLES,
    auditedAs: `catalog.category.${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
    subjectKind: 'catalog.category',
    done: `done.category.${name}`,
    snapshot: (id) => snapshotOf(catalog, id),
  };
}

/** Without its names and labels: what is in the log cannot be taken out of it again. */
async function snapshotOf(
  catalog: CatalogFacade,
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (id === '') return {};
  const { own } = await catalog.categoryForEditing(id);
  const { slug, parentId, icon, position, state, mergedInto, taxCategories, forbidsRecording } =
    own;
  return {
    slug,
    parentId,
    icon,
    position,
    state,
    mergedInto,
    taxCategories,
    forbidsRecording,
    namedIn: Object.keys(own.names),
    asks: own.requirements.map(({ key }) => key),
  };
}
