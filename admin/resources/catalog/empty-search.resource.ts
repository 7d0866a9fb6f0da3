import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** What people asked for and nobody offers. */
export function emptySearchResource(faces: Faces): ConsoleResource {
  const model = emptySearchModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Search',
      columnsInList: ['words', 'language', 'day', 'asked'],
      columnsOnPhone: ['asked'],
    }),
  };
}

function emptySearchModel({ catalog }: Faces): ReadModel {
  return {
    id: 'empty-searches',
    roles: ['ops'],
    columns: [
      { path: 'id' },
      { path: 'words' },
      { path: 'language' },
      { path: 'day' },
      { path: 'asked', type: 'number' },
    ],
    list: async ({ offset, limit }) => {
      const { items, total } = await catalog.emptySearches({ offset, limit });
      return { items: items.map((search) => ({ ...search })), total };
    },
    byId: async (id) => {
      const search = await catalog.emptySearch(id);
      return search ? { ...search } : null;
    },
  };
}
