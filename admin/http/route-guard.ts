import { ForbiddenException, MethodNotAllowedException } from '@nestjs/common';
import type AdminJS from 'adminjs';
import type { ActionDecorator } from 'adminjs';
import type { RequestHandler } from 'express';
import { DomainError, NotFoundError } from '../../src/shared/domain-error.js';

/** Without regard to case, like Express: `/api/resources/<resource>/<records/<id>|actions|bulk>/<action>` */
const ACTION_ROUTE = /^\/api\/resources\/([^/]+)\/(records\/[^/]+|actions|bulk)\/([^/]+)/i;

class UnsupportedBodyError extends DomainError {
  constructor() {
    super('invalid', 'console.unsupported_body', 'the console takes JSON only');
  }
}

/**
 * Answers wrong calls with their status before AdminJS sees them: it answers 200 to a missing right,
 * 500 to an unknown name, runs changes for GET and writes uploaded files to the disk.
 */
export function routeGuard(admin: AdminJS): RequestHandler {
  return (request, response, next) => {
    if (isApi(request.path) && request.method === 'POST' && !request.is('json'))
      return next(new UnsupportedBodyError());
    const [, resourceId = '', where = '', actionName = ''] = ACTION_ROUTE.exec(request.path) ?? [];
    if (resourceId === '')
      return next(isPlainApiRoute(request.path) ? undefined : new NotFoundError('console.page'));
    const action = actionOf(admin, resourceId, actionName);
    if (!action || !belongs(action, where)) return next(new NotFoundError('console.action'));
    const method = action.custom()['isCommand'] === true ? 'POST' : 'GET';
    if (request.method !== method) {
      response.set('allow', method);
      return next(new MethodNotAllowedException());
    }
    const currentAdmin = (request as { session?: { adminUser?: { email: string } } }).session
      ?.adminUser;
    return next(action.isAccessible(currentAdmin) ? undefined : new ForbiddenException());
  };
}

/** Pages are one shell whatever the address; of the API only the dashboard has no resource. */
function isPlainApiRoute(path: string): boolean {
  return !isApi(path) || path === '/api/dashboard';
}

function isApi(path: string): boolean {
  return path.toLowerCase().startsWith('/api/');
}

/** An action of a list may not be asked for at a record, nor the other way round. */
function belongs(action: ActionDecorator, where: string): boolean {
  if (where.startsWith('records/')) return action.isRecordType();
  return where === 'bulk' ? action.isBulkType() : action.isResourceType();
}

function actionOf(
  admin: AdminJS,
  resourceId: string,
  actionName: string,
): ActionDecorator | undefined {
  const resource = admin.resources.find(({ _decorated }) => _decorated?.id() === resourceId);
  const actions = resource?.decorate().actions ?? {};
  return Object.hasOwn(actions, actionName) ? actions[actionName] : undefined;
}
