import type { Action, ActionResponse } from 'adminjs';
import type { Audit } from '../../../src/platform/audit/audit.js';
import type { DeadLetters } from '../../../src/platform/outbox/dead-letters.js';
import { type Command, commandAction } from '../command.js';

/** What ops can do with work that was given up. */
export function deadLetterCommands(
  deadLetters: DeadLetters,
  audit: Audit,
): Record<string, Partial<Action<ActionResponse>>> {
  return {
    retry: commandAction(audit, {
      ...commandNamed('retry'),
      run: (id) => deadLetters.retry(id),
    }),
    letGo: commandAction(audit, {
      ...commandNamed('letGo'),
      run: (id) => deadLetters.letGo(id),
    }),
  };
}

function commandNamed(name: string): Omit<Command, 'run'> {
  return {
    roles: ['ops'],
    auditedAs: `platform.dead_letter.${name}`,
    subjectKind: 'platform.dead_letter',
    done: `done.deadLetter.${name}`,
  };
}
