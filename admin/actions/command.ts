import {
  type Action,
  type ActionContext,
  type ActionRequest,
  type ActionResponse,
  ForbiddenError,
  type RecordActionResponse,
} from 'adminjs';
import type { Role } from '../../src/modules/accounts/index.js';
import type { Audit } from '../../src/platform/audit/audit.js';
import { DomainError } from '../../src/shared/domain-error.js';
import { holdsOneOf, type Staff, staffOf } from '../staff.js';

/** A change that staff ask for by a button. */
export interface Command {
  readonly roles: readonly Role[];
  /** `module.noun.verb`, the name in the audit log. */
  readonly auditedAs: string;
  readonly subjectKind: string;
  /** What is said when it is done; a key of the console's texts. */
  readonly done: string;
  /** Calls the face that owns the rule. @throws DomainError with the refusal */
  run(subjectId: string, staff: Staff, reasons: string | null): Promise<unknown>;
}

/** Marks the actions that change something, so that the guard of the routes knows them. */
export const IS_COMMAND = { isCommand: true } as const;

/** AdminJS asks for people's rights with a context; ours depend on the role alone. */
export function isPermitted(
  roles: readonly Role[],
): (context: Pick<ActionContext, 'currentAdmin'>) => boolean {
  return ({ currentAdmin }) => holdsOneOf(staffOf(currentAdmin), roles);
}

/**
 * Makes a record action of a command. Called by POST only, because AdminJS would also run it for a
 * link that somebody follows. It is not shown as a button of AdminJS: our own page of the record asks.
 */
export function commandAction(audit: Audit, command: Command): Partial<Action<ActionResponse>> {
  return {
    actionType: 'record',
    component: false,
    isVisible: false,
    isAccessible: isPermitted(command.roles),
    custom: IS_COMMAND,
    handler: async (request, _response, context) => {
      const staff = staffOf(context.currentAdmin);
      if (request.method !== 'post' || !staff || !holdsOneOf(staff, command.roles))
        throw new ForbiddenError('anyForbiddenError');
      return perform(audit, command, staff, request, context);
    },
  };
}

async function perform(
  audit: Audit,
  command: Command,
  staff: Staff,
  request: ActionRequest,
  context: ActionContext,
): Promise<RecordActionResponse> {
  const subjectId = request.params.recordId ?? '';
  const note = {
    actorId: staff.id,
    action: command.auditedAs,
    subjectKind: command.subjectKind,
    subjectId,
  };
  // Written first: a change without an entry must not be possible, an entry without a change may.
  await audit.record({ ...note, facts: { outcome: 'asked' } });
  try {
    await command.run(subjectId, staff, reasonsIn(request));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await audit.record({ ...note, facts: { outcome: 'refused', code: error.code } });
    return answer(context, { message: error.code, type: 'error' });
  }
  return answer(context, { message: command.done, type: 'success' });
}

async function answer(
  context: ActionContext,
  notice: { message: string; type: 'error' | 'success' },
): Promise<RecordActionResponse> {
  const id = String(context.record?.id() ?? '');
  const record = (await context.resource.findOne(id, context)) ?? context.record;
  if (!record) throw new ForbiddenError('anyForbiddenError');
  return { record: record.toJSON(context.currentAdmin), notice };
}

function reasonsIn(request: ActionRequest): string | null {
  const given: unknown = request.payload?.['reasons'];
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null;
}
