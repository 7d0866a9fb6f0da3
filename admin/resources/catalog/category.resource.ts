import type { Action, ActionResponse } from 'adminjs';
import { isPermitted } from '../../actions/command.js';
import { categoryCommands, TREE_ROLES } from '../../actions/catalog/category-commands.js';
import type { Faces } from '../../faces.js';
import { pageOf, type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import { type Staff, staffOf } from '../../staff.js';
import type { ConsoleResource } from '../console-resource.js';
import { categoryChoices, categoryPage } from './category-page.js';

/** The tree of categories, in its order. */
export function categoryResource(faces: Faces): ConsoleResource {
  const model = categoryModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Grid',
      columnsInList: ['name', 'slug', 'parent', 'state', 'listingCount', 'freeNowCount'],
      columnsOnPhone: ['listingCount'],
      cells: { state: 'StateCell' },
      page: 'CategoryPage',
      commands: { add: addPage(faces), ...categoryCommands(faces.catalog, faces.audit) },
    }),
  };
}

/** The page with the form for a new category; what it offers to choose from is read by GET. */
function addPage(faces: Faces): Partial<Action<ActionResponse>> {
  return {
    actionType: 'resource',
    component: 'CategoryAddPage',
    icon: 'Plus',
    isAccessible: isPermitted(TREE_ROLES),
    handler: async (_request, _response, context) => {
      const staff = staffOf(context.currentAdmin);
      return staff ? { choices: await categoryChoices(faces, staff) } : {};
    },
  };
}

function categoryModel(faces: Faces): ReadModel {
  return {
    id: 'categories',
    roles: ['reviewer', 'ops'],
    columns: [
      { path: 'id' },
      { path: 'name', isSortable: true },
      { path: 'slug', isSortable: true },
      { path: 'parent', isSortable: true },
      { path: 'state' },
      { path: 'listingCount', type: 'number', isSortable: true },
      { path: 'freeNowCount', type: 'number', isSortable: true },
      { path: 'page' },
    ],
    list: async (query, staff) => pageOf(await rowsOf(faces, staff), query),
    byId: async (id, staff) => {
      const category = await faces.catalog.categoryForEditing(id);
      const row = (await rowsOf(faces, staff)).find((known) => known.id === id);
      const page = await categoryPage(faces, category, staff);
      return row ? { ...row, page: JSON.stringify(page) } : null;
    },
  };
}

async function rowsOf({ catalog }: Faces, { language }: Staff): Promise<Row[]> {
  const counts = new Map((await catalog.categoryViews(language)).map((view) => [view.id, view]));
  const nodes = await catalog.categoryNodes();
  const nameOf = (id: string | null): string | null => {
    const node = nodes.find((candidate) => candidate.id === id);
    return node ? (node.names[language] ?? node.names['en'] ?? node.slug) : null;
  };
  return nodes.map(({ id, slug, parentId, state }) => ({
    id,
    slug,
    state,
    name: nameOf(id),
    parent: nameOf(parentId),
    listingCount: counts.get(id)?.listingCount ?? 0,
    freeNowCount: counts.get(id)?.freeNowCount ?? 0,
  }));
}
