import { type Role, STAFF_ROLES } from '../src/modules/accounts/index.js';
import type { CurrentAdmin } from 'adminjs';

/** The member of staff who makes a request. */
export interface Staff {
  readonly id: string;
  readonly signInId: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly language: string;
}

export function isStaffRole(role: string): role is Role {
  return STAFF_ROLES.some((staffRole) => staffRole === role);
}

/** Whether one of these roles is held; admins may do everything. */
export function holdsOneOf(staff: Pick<Staff, 'roles'> | null, roles: readonly Role[]): boolean {
  return staff?.roles.some((role) => role === 'admin' || roles.includes(role)) ?? false;
}

/** AdminJS prints its "current admin" into a script of the page, so nothing in it may end that script. */
export function currentAdminOf(staff: Staff, roleNames: string): CurrentAdmin {
  return {
    email: withoutTags(staff.displayName),
    title: withoutTags(roleNames),
    id: staff.id,
    staff: {
      ...staff,
      email: withoutTags(staff.email),
      displayName: withoutTags(staff.displayName),
    },
  };
}

/** @returns null when AdminJS was asked without one, which the gate in front of it never lets happen */
export function staffOf(currentAdmin: CurrentAdmin | undefined): Staff | null {
  return (currentAdmin?.['staff'] as Staff | undefined) ?? null;
}

function withoutTags(text: string): string {
  return text.replace(/[<>&\u2028\u2029]/g, ' ');
}
