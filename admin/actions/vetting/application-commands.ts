import type { Action, ActionResponse } from 'adminjs';
import type { Decision, VettingFacade } from '../../../src/modules/vetting/index.js';
import type { Audit } from '../../../src/platform/audit/audit.js';
import { type Command, commandAction } from '../command.js';

/** What a reviewer can do with an application; the rules are vetting's. */
export function applicationCommands(
  vetting: VettingFacade,
  audit: Audit,
): Record<string, Partial<Action<ActionResponse>>> {
  const decide = (name: string, decision: Decision): Partial<Action<ActionResponse>> =>
    commandAction(audit, {
      ...commandNamed(name),
      run: (id, staff, reasons) => vetting.decide(id, decision, staff.id, reasons),
    });
  return {
    take: commandAction(audit, {
      ...commandNamed('take'),
      run: (id, staff) => vetting.startReview(id, staff.id),
    }),
    approve: decide('approve', 'approved'),
    sendBack: decide('sendBack', 'changes_requested'),
    refuse: decide('refuse', 'refused'),
  };
}

function commandNamed(name: string): Omit<Command, 'run'> {
  return {
    roles: ['reviewer'],
    auditedAs: `vetting.application.${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
    subjectKind: 'vetting.application',
    done: `done.application.${name}`,
  };
}
