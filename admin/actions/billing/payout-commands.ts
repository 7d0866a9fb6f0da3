import type { Action, ActionResponse } from 'adminjs';
import type { BillingFacade } from '../../../src/modules/billing/index.js';
import type { Audit } from '../../../src/platform/audit/audit.js';
import { NotFoundError } from '../../../src/shared/domain-error.js';
import { type Command, commandAction } from '../command.js';

/** What ops can do where a payout needs a look: keep this expert's money back, or let it go again. */
export function payoutCommands(
  billing: BillingFacade,
  audit: Audit,
): Record<string, Partial<Action<ActionResponse>>> {
  const expertOf = async (payoutId: string): Promise<string> => {
    const payout = await billing.payout(payoutId);
    if (!payout) throw new NotFoundError('payout');
    return payout.expertId;
  };
  return {
    hold: commandAction(audit, {
      ...commandNamed('hold'),
      run: async (id, staff, reasons) =>
        billing.holdPayouts(await expertOf(id), staff.id, reasons ?? ''),
    }),
    release: commandAction(audit, {
      ...commandNamed('release'),
      run: async (id) => billing.releasePayouts(await expertOf(id)),
    }),
  };
}

function commandNamed(name: string): Omit<Command, 'run'> {
  return {
    roles: ['ops'],
    auditedAs: `billing.payout.${name}`,
    subjectKind: 'billing.payout',
    done: `done.payout.${name}`,
  };
}
