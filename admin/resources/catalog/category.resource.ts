import type { Faces } from '../../faces.js';
import { pageOf, type ReadModel, ReadResource } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

export function categoryResource(faces: Faces): ConsoleResource {
  const model = categoryModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Grid',
      columnsInList: ['name', 'slug', 'parent', 'listingCount', 'freeNowCount'],
      columnsOnPhone: ['listingCount'],
    }),
  };
}

function categoryModel({ catalog }: Faces): ReadModel {
  return {
    id: 'categories',
    roles: ['reviewer', 'ops'],
    columns: [
      { path: 'id' },
      { path: 'name', isSortable: true },
      { path: 'slug', isSortable: true },
      { path: 'parent', isSortable: true },
      { path: 'listingCount', type: 'number', isSortable: true },
      { path: 'freeNowCount', type: 'number', isSortable: true },
      { path: 'forbidsRecording', type: 'boolean' },
      { path: 'asks', type: 'textarea' },
    ],
    list: async (query, { language }) => {
      const views = await catalog.categoryViews(language);
      return pageOf(
        views.map(({ parentSlug, ...view }) => ({ ...view, parent: parentSlug })),
        query,
      );
    },
    byId: async (id, { language }) => {
      const category = await catalog.category(id);
      const view = (await catalog.categoryViews(language)).find((known) => known.id === id);
      if (!view) return null;
      const { parentSlug, ...rest } = view;
      return {
        ...rest,
        parent: parentSlug,
        forbidsRecording: category.forbidsRecording,
        asks: category.requirements
          .map(({ label, key }) => label[language] ?? label['en'] ?? key)
          .join('\n'),
      };
    },
  };
}
