import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../shared/currency.js';
import type { LocationItem } from './location-evidence.js';
import type {
  BuyerStatus,
  Category,
  EvidenceCode,
  Format,
  PlatformRole,
  Scheme,
  SellerKind,
  TaxBehavior,
  TurnoverBand,
} from './vocabulary.js';

/**
 * What is known of the person who gives the session. A missing member is unknown, except where
 * `predicates.ts` says what its absence means.
 */
export interface SellerFacts {
  readonly country?: string | undefined;
  /** ISO 3166-2 without the country, e.g. `ON`. */
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
  readonly kind?: SellerKind | undefined;
  readonly taxRegistered?: boolean | undefined;
  readonly id?: string | undefined;
  readonly scheme?: Scheme | undefined;
  /** Registered for the one-stop shop of their own union, or for the one open to outsiders. */
  readonly ossUnion?: boolean | undefined;
  readonly ossNonUnion?: boolean | undefined;
  /** Country codes, or `NO-VOEC`. */
  readonly foreignRegistrations?: readonly string[] | undefined;
  /** Number of the EU's cross-border small-business scheme and the states it covers. */
  readonly exNumber?: string | undefined;
  readonly exStates?: readonly string[] | undefined;
  readonly worldTurnoverBand?: TurnoverBand | undefined;
  readonly crossBorderTbeMinor?: bigint | undefined;
  /** India: export undertaking. */
  readonly lut?: boolean | undefined;
  /** Quebec: registered for QST. */
  readonly qst?: boolean | undefined;
  readonly licence?: string | undefined;
}

export interface BuyerFacts {
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly county?: string | undefined;
  readonly postcode?: string | undefined;
  readonly status?: BuyerStatus | undefined;
  readonly taxId?: string | undefined;
  /** What the register answered; the engine never asks it. */
  readonly taxIdValid?: boolean | undefined;
  /** What was seen of where the buyer lives; when given, two agreeing items choose the country. */
  readonly evidence?: readonly LocationItem[] | undefined;
}

export interface PlatformFacts {
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly actsAs?: PlatformRole | undefined;
  /** Country codes, `EU-OSS`, `SG-OVR`, `CA-simplified`, `US-<state>` and the like. */
  readonly registrations?: readonly string[] | undefined;
  readonly designatedIn?: readonly string[] | undefined;
  readonly appointedArt22?: boolean | undefined;
}

export interface ServiceFacts {
  readonly category?: Category | undefined;
  readonly format?: Format | undefined;
  readonly live?: boolean | undefined;
  /** Given by a person, not by a program. */
  readonly human?: boolean | undefined;
  readonly recordingSold?: boolean | undefined;
}

export interface Price {
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly taxBehavior: TaxBehavior;
}

export interface SaleFacts {
  readonly seller: SellerFacts;
  readonly buyer: BuyerFacts;
  readonly platform: PlatformFacts;
  readonly service: ServiceFacts;
  readonly evidence?: readonly EvidenceCode[] | undefined;
  readonly price: Price;
}

/** The platform's own fee to an expert; the expert is its customer. */
export interface CommissionFacts {
  readonly platform: PlatformFacts;
  readonly expert: SellerFacts;
  readonly fee: Price;
  /** Place of supply of the session that was brokered; needed only when the expert is a private person. */
  readonly underlyingPlace?: string | undefined;
}

export interface WithholdingFacts {
  readonly platform: PlatformFacts;
  readonly expert: SellerFacts;
  readonly buyerRegion?: string | undefined;
  readonly netMinor?: bigint | undefined;
  readonly taxMinor?: bigint | undefined;
  readonly grossMinor?: bigint | undefined;
  readonly currency: CurrencyCode;
}

export type TaxDate = Temporal.PlainDate;
