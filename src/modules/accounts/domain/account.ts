import type { Temporal } from 'temporal-polyfill';
import { type FieldProblem } from '../../../shared/domain-error.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

/** What a person may do besides being signed in. Everybody is a learner. */
export const ROLES = [
  'learner',
  'expert',
  'reviewer',
  'ops',
  'tax-approver',
  'support',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose work is in the console; they need the second factor. */
export const STAFF_ROLES: readonly Role[] = ['reviewer', 'ops', 'tax-approver', 'support', 'admin'];

export interface Account {
  readonly id: string;
  /** Lower case; unique. */
  readonly email: string;
  readonly emailVerifiedAt: Temporal.Instant | null;
  readonly displayName: string;
  /** ISO 3166, two letters; decides the prices this person sees. */
  readonly country: string;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly roles: readonly Role[];
  /** Made by the demo; refused in production. */
  readonly isDemo: boolean;
  readonly createdAt: Temporal.Instant;
}

export interface SignUpForm {
  readonly email: string;
  /** null for an account that signs in by link only; `SignUp` allows it to demo people alone. */
  readonly password: string | null;
  readonly displayName: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string;
}

/** Long enough that guessing is hopeless with the sign-in limit; longer rules only make people write it down. */
const PASSWORD_LENGTH_MIN = 10;
const PASSWORD_LENGTH_MAX = 200;

/** Mail addresses compare without case everywhere people type them. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Checks what a form's shape cannot: every broken rule at once. */
export function checkSignUp(form: SignUpForm): Verdict<SignUpForm, readonly FieldProblem[]> {
  const problems = [
    ...checkPassword(form),
    ...checkName(form.displayName),
    ...checkCountry(form.country),
  ];
  return problems.length > 0
    ? refuse(problems)
    : accept({ ...form, email: normaliseEmail(form.email), displayName: form.displayName.trim() });
}

export function checkName(displayName: string): FieldProblem[] {
  const length = [...displayName.trim()].length;
  if (length === 0) return [{ field: 'displayName', rule: 'required' }];
  return length > 60 ? [{ field: 'displayName', rule: 'too_long', facts: { max: 60 } }] : [];
}

export function checkCountry(country: string): FieldProblem[] {
  return /^[A-Z]{2}$/.test(country) ? [] : [{ field: 'country', rule: 'country' }];
}

function checkPassword({ password, email }: SignUpForm): FieldProblem[] {
  if (password === null) return [];
  if (password.length < PASSWORD_LENGTH_MIN)
    return [{ field: 'password', rule: 'too_short', facts: { min: PASSWORD_LENGTH_MIN } }];
  if (password.length > PASSWORD_LENGTH_MAX)
    return [{ field: 'password', rule: 'too_long', facts: { max: PASSWORD_LENGTH_MAX } }];
  return password.toLowerCase() === normaliseEmail(email)
    ? [{ field: 'password', rule: 'same_as_email' }]
    : [];
}

export function isStaff(account: Pick<Account, 'roles'>): boolean {
  return account.roles.some((role) => STAFF_ROLES.includes(role));
}
