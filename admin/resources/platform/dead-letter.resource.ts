import type { DeadLetter } from '../../../src/platform/outbox/dead-letters.js';
import { deadLetterCommands } from '../../actions/platform/dead-letter-commands.js';
import type { DeadLetterPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** Events and jobs that failed too often, oldest first, and what is to become of them. */
export function deadLetterResource(faces: Faces): ConsoleResource {
  const model = deadLetterModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'AlertTriangle',
      columnsInList: ['workName', 'heldBack', 'failedAt', 'occurredAt'],
      columnsOnPhone: ['heldBack'],
      page: 'DeadLetterPage',
      commands: deadLetterCommands(faces.deadLetters, faces.audit),
      // The text of an error may name somebody.
      auditedAs: 'platform.dead_letter',
    }),
  };
}

function deadLetterModel({ deadLetters }: Faces): ReadModel {
  return {
    id: 'dead-letters',
    roles: ['ops'],
    columns: [
      { path: 'id' },
      { path: 'workName' },
      { path: 'heldBack', type: 'number' },
      { path: 'failedAt', type: 'datetime' },
      { path: 'occurredAt', type: 'datetime' },
      { path: 'page' },
    ],
    list: async ({ offset, limit }) => {
      const { items, total } = await deadLetters.list({ offset, limit });
      return { items: items.map(rowOf), total };
    },
    byId: async (id) => {
      const letter = await deadLetters.byId(id);
      if (!letter) return null;
      const { name, kind, attempts, occurredAt, failedAt, lastError, heldBack } = letter;
      const page: DeadLetterPage = {
        name,
        kind,
        attempts,
        heldBack,
        occurred: occurredAt,
        failed: failedAt,
        error: lastError,
      };
      return { ...rowOf(letter), page: JSON.stringify(page) };
    },
  };
}

function rowOf({ id, name, heldBack, failedAt, occurredAt }: DeadLetter): Row {
  return { id, workName: name, heldBack, failedAt, occurredAt };
}
