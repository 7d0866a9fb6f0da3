import type { Role } from '../../modules/accounts/index.js';
import type { DemoPerson } from './shape.js';

/** Opens every demo account that has a password; there are no demo people in production. */
export const DEMO_PASSWORD = 'face-to-face-demo';

/** Experts whom visitors of the demo play: they have a password, and their earnings are paid out. */
export const PLAYED_EXPERTS: readonly string[] = ['tomasz', 'odile', 'nadia'];

/** What an authenticator app is given for the demo's staff. Base32; known to everybody, as the password is. */
export const DEMO_TOTP_SECRET = 'NBSWY3DPEB3W64TMMQQGI33OEB3W64TMMQQGI33O';

/** `amara@visavis.example`: the domain belongs to nobody and never will. @source RFC 2606, section 2 */
export function demoEmail(key: string): string {
  return `${key}@visavis.example`;
}

export const DEMO_LEARNERS: readonly DemoPerson[] = [
  {
    key: 'learner',
    name: 'Robin Tessellane',
    country: 'FR',
    language: 'en',
    timeZone: 'Europe/Paris',
  },
  {
    key: 'camille',
    name: 'Camille Orsennat',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
  },
  {
    key: 'jonas',
    name: 'Jonas Wetterauer',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
  },
  {
    key: 'leila',
    name: 'ليلى بن سعيدان',
    country: 'FR',
    language: 'ar',
    timeZone: 'Europe/Paris',
  },
  {
    key: 'mina',
    name: 'Mina Tadayoun',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
  },
  {
    key: 'hugo',
    name: 'Hugo Périchaud',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
  },
];

export interface DemoStaff extends DemoPerson {
  readonly roles: readonly Role[];
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    key: 'reviewer',
    name: 'Solène Marchadier',
    country: 'FR',
    language: 'en',
    timeZone: 'Europe/Paris',
    roles: ['reviewer'],
  },
  {
    key: 'admin',
    name: 'Idris Halvorsund',
    country: 'FR',
    language: 'en',
    timeZone: 'Europe/Paris',
    roles: ['admin'],
  },
  {
    key: 'tax',
    name: 'Gesine Abrahamowitz',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    roles: ['tax-approver', 'ops'],
  },
];
