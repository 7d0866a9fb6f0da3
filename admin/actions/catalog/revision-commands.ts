import type { Action, ActionResponse } from 'adminjs';
import type { CatalogFacade } from '../../../src/modules/catalog/index.js';
import type { Audit } from '../../../src/platform/audit/audit.js';
import { DomainError } from '../../../src/shared/domain-error.js';
import { type Command, commandAction } from '../command.js';

/** Nobody puts their own offer up. */
export class OwnListingError extends DomainError {
  constructor() {
    super('forbidden', 'catalog.own_listing', 'nobody decides about their own listing');
  }
}

export class ReasonsNeededError extends DomainError {
  constructor() {
    super('invalid', 'catalog.reasons_missing', 'the expert must read why a listing was refused');
  }
}

/** What a reviewer can do with a revision of a listing that waits. */
export function revisionCommands(
  catalog: CatalogFacade,
  audit: Audit,
): Record<string, Partial<Action<ActionResponse>>> {
  const refuseOwn = async (listingId: string, reviewerId: string): Promise<void> => {
    const { expertId } = await catalog.listingForReview(listingId);
    if (expertId === reviewerId) throw new OwnListingError();
  };
  return {
    approve: commandAction(audit, {
      ...commandNamed('approve'),
      run: async (id, staff) => {
        await refuseOwn(id, staff.id);
        await catalog.approveListing(id, staff.id);
      },
    }),
    refuse: commandAction(audit, {
      ...commandNamed('refuse'),
      run: async (id, staff, reasons) => {
        await refuseOwn(id, staff.id);
        if (reasons === null) throw new ReasonsNeededError();
        await catalog.refuseListing(id, staff.id, reasons);
      },
    }),
  };
}

function commandNamed(name: string): Omit<Command, 'run'> {
  return {
    roles: ['reviewer'],
    auditedAs: `catalog.revision.${name}`,
    subjectKind: 'catalog.listing',
    done: `done.revision.${name}`,
  };
}
