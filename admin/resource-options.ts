import type { Action, ActionResponse, ResourceOptions } from 'adminjs';
import type { Audit } from '../src/platform/audit/audit.js';
import { isPermitted } from './actions/command.js';
import type { ReadModel } from './read-resource.js';
import { staffOf } from './staff.js';

export interface Presentation {
  readonly icon: string;
  /** The first is the name of a record, and always shown. */
  readonly columnsInList: readonly string[];
  /** What a phone shows besides. */
  readonly columnsOnPhone?: readonly string[];
  readonly columnsOfFilter?: readonly string[];
  /** Own components by column, shown in lists. */
  readonly cells?: Readonly<Record<string, string>>;
  /** The page of one record; AdminJS' own when left out. */
  readonly page?: string;
  readonly commands?: Readonly<Record<string, Partial<Action<ActionResponse>>>>;
  /** Reads are written to the audit log under this name, `accounts.person`; left out where nobody is read of. */
  readonly auditedAs?: string;
}

const OFF = { isAccessible: false, isVisible: false } as const;

/** Reading for whoever has the role, changes by named actions only; AdminJS' own changes are off. */
export function optionsFor(
  model: ReadModel,
  audit: Audit,
  presentation: Presentation,
): ResourceOptions {
  const isAccessible = isPermitted(model.roles);
  const read = { isAccessible, ...auditReads(audit, presentation.auditedAs) };
  const actions: Record<string, Partial<Action<ActionResponse>>> = {
    new: OFF,
    edit: OFF,
    delete: OFF,
    bulkDelete: OFF,
    search: OFF,
    list: { ...read, showFilter: (presentation.columnsOfFilter ?? []).length > 0 },
    show: { ...read, ...(presentation.page ? { component: presentation.page } : {}) },
    ...presentation.commands,
  };
  return {
    id: model.id,
    navigation: { name: null, icon: presentation.icon },
    titleProperty: presentation.columnsInList[0] ?? 'id',
    listProperties: [...presentation.columnsInList],
    // An empty list would mean "all of them" to AdminJS.
    filterProperties: [...(presentation.columnsOfFilter ?? ['id'])],
    properties: propertiesOf(presentation),
    actions,
  };
}

function propertiesOf(presentation: Presentation): NonNullable<ResourceOptions['properties']> {
  const { columnsInList, columnsOnPhone = [], cells = {} } = presentation;
  return Object.fromEntries(
    columnsInList.map((path, position) => {
      const component = cells[path];
      return [
        path,
        {
          // To AdminJS a phone shows "titles".
          isTitle: position === 0 || columnsOnPhone.includes(path),
          ...(component ? { components: { list: component, show: component } } : {}),
        },
      ];
    }),
  );
}

function auditReads(audit: Audit, name: string | undefined): Partial<Action<ActionResponse>> {
  if (name === undefined) return {};
  return {
    after: async (response, request, context) => {
      const staff = staffOf(context.currentAdmin);
      if (!staff) return response;
      const records: unknown = response['records'];
      await audit.record({
        actorId: staff.id,
        action: `${name}.${request.params.recordId ? 'read' : 'list'}`,
        subjectKind: name,
        subjectId: request.params.recordId ?? null,
        facts: Array.isArray(records)
          ? { ids: (records as { readonly id: string }[]).map((record) => record.id) }
          : {},
      });
      return response;
    },
  };
}
