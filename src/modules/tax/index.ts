export { TaxModule } from './tax.module.js';
export { TaxFacade } from './tax.facade.js';
export type {
  CommissionQuestion,
  ReversalView,
  SaleQuestion,
  ServedCountryView,
  StoredTaxDecisionView,
  TaxDecisionView,
  TaxRefusalView,
  WithholdingQuestion,
} from './tax.views.js';
export type { Reader } from './domain/explain.js';
export type { BuyerFacts, Price, SellerFacts, ServiceFacts } from './domain/facts.js';
export type { WithholdingDecision } from './domain/withholding.js';
export type { LocationItem } from './domain/location-evidence.js';
export {
  type Category as TaxCategory,
  CATEGORIES as TAX_CATEGORIES,
  type EvidenceCode,
  type Format,
  type LiableParty,
  type Scheme,
  SCHEMES,
  type SellerKind,
  SELLER_KINDS,
  type TaxBehavior,
  type Treatment,
} from './domain/vocabulary.js';
export {
  PackNotAdoptableError,
  TaxDecisionKeyReusedError,
  TaxFactsInvalidError,
  TaxPackInvalidError,
} from './domain/tax.errors.js';
