export { AccountsModule } from './accounts.module.js';
export { AccountsFacade, type PersonView, type ProfileChanges } from './accounts.facade.js';
export { type Role, STAFF_ROLES, type SignUpForm } from './domain/account.js';
export {
  ApartError,
  EmailNotVerifiedError,
  EmailTakenError,
  SecondFactorNotSetUpError,
  UnknownAccountError,
} from './domain/accounts.errors.js';
export { Me } from './http/auth.dto.js';
export type { AccountChanged, AccountSignedUp, AccountVerified } from './domain/accounts.events.js';
