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
import { DomainError, InvalidInputError } from '../../src/shared/domain-error.js';
import { holdsOneOf, type Staff, staffOf } from '../staff.js';

/** A change that staff ask for by a button. */
export interface Command {
  readonly roles: readonly Role[];
  /** `module.noun.verb`, the name in the audit log. */
  readonly auditedAs: string;
  readonly subjectKind: string;
  /** What is said when it is done; a key of the console's texts. */
  readonly done: string;
  /**
   * Calls the face that owns the rule.
   *
   * @param input what a form of ours sent along, as JSON; not checked yet
   * @throws DomainError with the refusal
   */
  run(subjectId: string, staff: Staff, reasons: string | null, input: unknown): Promise<unknown>;
  /** How the subject stands, in ids and states; kept in the audit log from before and after the change. */
  snapshot?(subjectId: string): Promise<Readonly<Record<string, unknown>>>;
}

/** What our forms read of a command that was not carried out. */
export interface Refusal {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
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
  return postedAction('record', command, (staff, request, context) =>
    perform(audit, command, staff, request, context),
  );
}

function postedAction(
  actionType: 'record' | 'resource',
  command: Command,
  handle: (staff: Staff, request: ActionRequest, context: ActionContext) => Promise<ActionResponse>,
): Partial<Action<ActionResponse>> {
  return {
    actionType,
    component: false,
    isVisible: false,
    isAccessible: isPermitted(command.roles),
    custom: IS_COMMAND,
    handler: async (request, _response, context) => {
      const staff = staffOf(context.currentAdmin);
      if (request.method !== 'post' || !staff || !holdsOneOf(staff, command.roles))
        throw new ForbiddenError('anyForbiddenError');
      return handle(staff, request, context);
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
  const { refusal } = await carryOut(audit, command, staff, request);
  return answer(context, command, refusal);
}

/** Written first: a change without an entry must not be possible, an entry without a change may. */
async function carryOut(
  audit: Audit,
  command: Command,
  staff: Staff,
  request: ActionRequest,
): Promise<{ refusal: Refusal | null; result: unknown }> {
  const subjectId = request.params.recordId ?? '';
  const note = {
    actorId: staff.id,
    action: command.auditedAs,
    subjectKind: command.subjectKind,
    subjectId: subjectId === '' ? null : subjectId,
  };
  try {
    const before = await command.snapshot?.(subjectId);
    await audit.record({ ...note, facts: { outcome: 'asked', ...(before && { before }) } });
    const result = await command.run(subjectId, staff, reasonsIn(request), inputIn(request));
    if (command.snapshot) {
      const id = typeof result === 'string' ? result : subjectId;
      const after = await command.snapshot(id);
      await audit.record({ ...note, subjectId: id, facts: { outcome: 'done', after } });
    }
    return { refusal: null, result };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await audit.record({ ...note, facts: { outcome: 'refused', code: error.code } });
    return { refusal: { code: error.code, facts: error.facts }, result: null };
  }
}

/** Makes an action of a list of a command that begins something; its page goes on to what was begun. */
export function beginningAction(audit: Audit, command: Command): Partial<Action<ActionResponse>> {
  return postedAction('resource', command, async (staff, request, context) => {
    const { refusal, result } = await carryOut(audit, command, staff, request);
    if (refusal) return { notice: { message: refusal.code, type: 'error' }, refusal };
    const recordUrl = context.h.recordActionUrl({
      resourceId: context.resource.id(),
      recordId: String(result),
      actionName: 'show',
    });
    return { notice: { message: command.done, type: 'success' }, recordUrl };
  });
}

async function answer(
  context: ActionContext,
  command: Command,
  refusal: Refusal | null,
): Promise<RecordActionResponse> {
  const id = String(context.record?.id() ?? '');
  const record = (await context.resource.findOne(id, context)) ?? context.record;
  if (!record) throw new ForbiddenError('anyForbiddenError');
  return {
    record: record.toJSON(context.currentAdmin),
    notice: refusal
      ? { message: refusal.code, type: 'error' }
      : { message: command.done, type: 'success' },
    ...(refusal && { refusal }),
  };
}

function reasonsIn(request: ActionRequest): string | null {
  const given: unknown = request.payload?.['reasons'];
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null;
}

/** Nested values would be taken apart by AdminJS, so a form sends them as one text. */
function inputIn(request: ActionRequest): unknown {
  const given: unknown = request.payload?.['input'];
  if (typeof given !== 'string') return null;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    throw new InvalidInputError([{ field: 'input', rule: 'unreadable' }]);
  }
}
