import type { Request, RequestHandler, Response } from 'express';
import type { Faces } from '../faces.js';
import { currentAdminOf, isStaffRole, type Staff } from '../staff.js';
import { consoleTexts } from '../texts.js';
import { consoleToken } from './console-cookie.js';

/** Who is signed in to the console with this request, or null; roles are read anew each time. */
export async function staffOfRequest(faces: Faces, request: Request): Promise<Staff | null> {
  const token = consoleToken(request);
  const principal = token === undefined ? null : await faces.accounts.consolePerson(token);
  const roles = principal?.roles.filter(isStaffRole) ?? [];
  if (!principal || roles.length === 0) return null;
  const person = await faces.accounts.person(principal.accountId);
  return {
    id: person.id,
    signInId: principal.signInId,
    email: person.email,
    displayName: person.displayName,
    language: person.language,
    roles,
  };
}

/** Nobody passes without a sign-in; where AdminJS looks for "the current admin", it finds ours. */
export function gate(faces: Faces, publicPath: string): RequestHandler {
  return async (request, response, next) => {
    const staff = await staffOfRequest(faces, request);
    if (!staff) {
      // AdminJS' scripts know by this redirect that the sign-in is over.
      response.redirect(303, `${publicPath}/sign-in${wayBack(request)}`);
      return;
    }
    const translate = await consoleTexts(faces.translator, staff.language);
    const roleNames = staff.roles.map((role) => translate(`roles.${role}`)).join(', ');
    response.locals['staff'] = staff;
    Object.assign(request, { session: { adminUser: currentAdminOf(staff, roleNames) } });
    next();
  };
}

export function signedInStaff(response: Response): Staff {
  return response.locals['staff'] as Staff;
}

function wayBack(request: Request): string {
  const isPage = request.method === 'GET' && request.path.startsWith('/resources/');
  return isPage ? `?to=${encodeURIComponent(request.path)}` : '';
}
