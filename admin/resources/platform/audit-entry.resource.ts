import type { AuditEntry } from '../../../src/platform/audit/audit.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** What staff did and read, newest first. */
export function auditEntryResource(faces: Faces): ConsoleResource {
  const model = auditModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Shield',
      columnsInList: ['action', 'actor', 'outcome', 'at', 'subjectId'],
      columnsOnPhone: ['actor'],
      columnsOfFilter: ['action', 'actorId', 'subjectId'],
    }),
  };
}

function auditModel({ audit, accounts }: Faces): ReadModel {
  const rowsOf = async (entries: readonly AuditEntry[]): Promise<Row[]> => {
    const people = await accounts.people(entries.map(({ actorId }) => actorId));
    return entries.map((entry) => ({
      id: entry.id,
      at: entry.at,
      actor: people.get(entry.actorId)?.displayName ?? '',
      actorId: entry.actorId,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      outcome: outcomeIn(entry.facts),
      facts: JSON.stringify(entry.facts, null, 2),
    }));
  };
  return {
    id: 'audit',
    roles: ['admin'],
    columns: [
      { path: 'id' },
      { path: 'at', type: 'datetime' },
      { path: 'actor' },
      { path: 'actorId' },
      { path: 'action' },
      { path: 'outcome' },
      { path: 'subjectKind' },
      { path: 'subjectId' },
      { path: 'facts', type: 'textarea' },
    ],
    list: async ({ offset, limit, filters }) => {
      const only = Object.fromEntries(
        (['action', 'actorId', 'subjectId'] as const).flatMap((path) =>
          filters[path] === undefined ? [] : [[path, filters[path]]],
        ),
      );
      const { items, total } = await audit.list({ offset, limit }, only);
      return { items: await rowsOf(items), total };
    },
    byId: async (id) => {
      const entry = await audit.entry(id);
      return entry ? ((await rowsOf([entry]))[0] ?? null) : null;
    },
  };
}

/** Reads have none; a change that was refused says why. */
function outcomeIn({ outcome, code }: AuditEntry['facts']): string | null {
  if (typeof outcome !== 'string') return null;
  return typeof code === 'string' ? `${outcome}: ${code}` : outcome;
}
