import type { PersonView } from '../../../src/modules/accounts/index.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

export function personResource(faces: Faces): ConsoleResource {
  const model = personModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Users',
      columnsInList: ['name', 'email', 'roles', 'country', 'emailVerified', 'createdAt'],
      columnsOfFilter: ['name'],
      auditedAs: 'accounts.person',
    }),
  };
}

function personModel({ accounts }: Faces): ReadModel {
  return {
    id: 'people',
    roles: ['support'],
    columns: [
      { path: 'id' },
      { path: 'name' },
      { path: 'email' },
      { path: 'roles' },
      { path: 'country' },
      { path: 'language' },
      { path: 'timeZone' },
      { path: 'emailVerified', type: 'boolean' },
      { path: 'isDemo', type: 'boolean' },
      { path: 'createdAt', type: 'datetime' },
    ],
    list: async ({ offset, limit, filters }) => {
      const matching = filters['name'];
      const { items, total } = await accounts.listPeople({
        offset,
        limit,
        ...(matching === undefined ? {} : { matching }),
      });
      return { items: items.map(rowOf), total };
    },
    byId: async (id) => rowOf(await accounts.person(id)),
  };
}

function rowOf(person: PersonView): Row {
  return {
    id: person.id,
    name: person.displayName,
    email: person.email,
    roles: person.roles.join(', '),
    country: person.country,
    language: person.language,
    timeZone: person.timeZone,
    emailVerified: person.emailVerified,
    isDemo: person.isDemo,
    createdAt: person.createdAt,
  };
}
