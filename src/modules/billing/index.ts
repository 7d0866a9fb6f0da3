export { BillingModule } from './billing.module.js';
export { BillingFacade } from './billing.facade.js';
export type { AuthoriseInput } from './application/authorise-payment.js';
export type { PaymentView } from './application/payment-view.js';
export type {
  QuoteInput,
  QuoteVerdict,
  QuoteView,
  ServiceFactsInput,
} from './application/quote-sale.js';
export type { ExploredSale, ExploreInput } from './application/explore-sale.js';
export type { QuoteRefusal } from './application/quote-parts.js';
export { GUARANTEE_HOURS } from './application/book-sale.js';
export type { CurrencyProof, LedgerReport } from './application/prove-ledger.js';
export type { ReverseInput } from './application/reverse-sale.js';
export type { Earning, Earnings, SalesPage } from './application/sale-reads.js';
export type { SettleInput } from './application/sale-terms.js';
export type { DocumentView, SaleView } from './application/sale-view.js';
export type { SellerProfile } from './application/sellers.js';
export type { CardEntry, CardToken, CardTrace, PaymentCard } from './domain/card.js';
export type { DocumentContent, DocumentKind } from './domain/document.js';
export type { PaymentState } from './domain/payment.js';
export {
  BelowProviderMinimumError,
  BillingKeyReusedError,
  PaymentProviderRefusedError,
  PaymentProviderUnavailableError,
  PaymentStateError,
  ReversalExceedsSaleError,
  SettlementBlockedError,
} from './domain/billing.errors.js';
export { PayoutAccountMissingError } from './domain/billing.errors.js';
export type { AccountOwner, PayoutAccountView } from './application/payout-accounts.js';
export type { ProofView } from './application/prove-nightly.js';
export type { PayoutsView, PayoutView } from './application/payout-reads.js';
export { PayoutAccountResponse } from './http/payouts.dto.js';
export type { SaleState } from './domain/sale.js';
export type {
  DocumentIssued,
  PaymentAuthorised,
  PaymentCaptured,
  PaymentFailed,
  PaymentRefunded,
  PaymentVoided,
  PayoutAccountChanged,
  PayoutFailed,
  PayoutSent,
  SaleReversed,
  SaleSettled,
} from './domain/billing.events.js';
export type { ClaimInput, ClaimView } from './application/claims.js';
export { CLAIM_REASONS, type ClaimReason, type ClaimState } from './domain/guarantee.js';
export {
  AlreadyClaimedError,
  ClaimTooLateError,
  NothingToClaimError,
} from './domain/claim.errors.js';
