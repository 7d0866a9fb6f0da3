import type { FactPath } from './fact-paths.js';
import type {
  Confidence,
  LiableParty,
  RoundingScope,
  Treatment,
  WithholdingBase,
} from './vocabulary.js';
import type { Rounding } from '../../../shared/ratio.js';

/** The YAML of a pack or a union file after it was checked against `packs/schema.json`. Dates are ISO, inclusive. */

/** Text by language code; legal notes need the jurisdiction's own language and English. */
export type Texts = Readonly<Record<string, string>>;

export type FactValue = string | boolean;

/** `x`, `[x, y]` (one of them) or `{ not: x }`. */
export type Matcher =
  FactValue | readonly FactValue[] | { readonly not: FactValue | readonly FactValue[] };

/** All members must hold; an empty condition always holds. Dates are never part of a condition. */
export type Condition = Readonly<Partial<Record<FactPath, Matcher>>> & {
  readonly any?: readonly Condition[];
  readonly not?: Condition;
};

export interface Dated {
  readonly from?: string;
  readonly to?: string;
}

export interface RulePart extends Dated {
  readonly id: string;
  readonly when: Condition;
  readonly confidence: Confidence;
  readonly source: string;
  /** Set by the installation's approver of an `unsure` rule. */
  readonly approvedBy?: string;
  readonly reviewBy?: string;
  /** One sentence for people, by language; may name {{seller}}, {{buyer}} and {{place}}. */
  readonly say?: Texts;
}

/** Whose location is the place of supply; `nowhere` means this law claims nothing. */
export type PlaceAnswer = 'seller' | 'buyer' | 'platform' | 'expert' | 'underlying' | 'nowhere';

export interface PlaceRule extends RulePart {
  readonly place: PlaceAnswer;
  /** Wins where two laws tax the same supply. */
  readonly primary?: boolean;
  /** The place lies abroad, yet this law keeps the say: it relieves what leaves the country. */
  readonly export?: boolean;
}

export interface ComponentSpec {
  readonly name: string;
  readonly rate: string;
  /** Share of the price that is taxed, e.g. `11/12`. */
  readonly base?: string;
}

interface Outcome {
  readonly treatment?: Treatment;
  /** One component at this rate, named after the pack's tax. */
  readonly rate?: string;
  readonly components?: readonly ComponentSpec[];
  readonly note?: string;
  /** VATEX code of EN 16931, where one exists. */
  readonly vatex?: string;
}

export interface LiabilityRule extends RulePart, Outcome {
  readonly liable: LiableParty;
  /** The treatment rules decide, and what they tax is called by this name. */
  readonly taxedAs?: Treatment;
  /** Whose invoice law applies; the place's by default. */
  readonly invoiceLaw?: 'seller' | 'place';
}

export interface TreatmentRule extends RulePart, Outcome {}

/** Another country's law was looked at: nobody but the buyer owes anything there for such a supply. */
export interface AbroadRule extends RulePart {
  readonly country: string | readonly string[];
  /** Which side of the supply that country is on. */
  readonly role: 'supplier' | 'customer';
}

export interface RatePeriod {
  readonly percent: string;
  readonly from: string;
  readonly to?: string;
  /** Last day of a temporary rate whose successor is not law yet. */
  readonly expiresOn?: string;
  readonly source: string;
}

export type RateTable = Readonly<Record<string, readonly RatePeriod[]>>;

export interface Source {
  readonly law: string;
  readonly url: string;
  readonly readOn: string;
  readonly readBy: string;
  readonly kind: 'law' | 'guidance' | 'dataset' | 'case_law' | 'recall';
}

/** A part of a country with its own code; `outsideUnion` takes it out of the union's tax territory. */
export interface Territory {
  readonly code: string;
  readonly country: string;
  readonly regions?: readonly string[];
  /** Whole postcodes or their beginnings. */
  readonly postcodes?: readonly string[];
  /** ISO country code by which people name the territory, e.g. `RE`. */
  readonly alias?: string;
  readonly outsideUnion?: boolean;
  readonly source: string;
}

export interface RoundingRule {
  readonly scope: RoundingScope;
  readonly mode: Rounding;
}

export interface InvoiceRules {
  readonly numbering?: {
    readonly scope: string;
    readonly gapless: boolean;
    readonly pattern: string;
  };
  readonly required: readonly string[];
  readonly clearance: 'none' | 'report' | 'clear';
}

export interface WithholdingItem {
  readonly code: string;
  readonly of: WithholdingBase;
  readonly percent: string | readonly RatePeriod[];
}

export interface WithholdingRule extends RulePart {
  readonly items: readonly WithholdingItem[];
}

/** How the platform's fee to an expert is treated; a pack may refer to its union's rules by their id. */
export interface CommissionRules {
  readonly id: string;
  readonly place: readonly PlaceRule[];
  readonly liability: readonly LiabilityRule[];
  readonly treatments: readonly TreatmentRule[];
  readonly outside?: readonly LiabilityRule[];
  readonly abroad?: readonly AbroadRule[];
}

interface LawBody {
  readonly schema: 'taxpack/1';
  readonly jurisdiction: string;
  readonly name: Texts;
  /** First day that the rules answer for. */
  readonly coversFrom: string;
  readonly liability: readonly LiabilityRule[];
  readonly treatments: readonly TreatmentRule[];
  /** Treatment of a supply that no law claims, by the supplier's side first. */
  readonly outside?: readonly LiabilityRule[];
  readonly abroad?: readonly AbroadRule[];
  readonly territories?: readonly Territory[];
  readonly notes: Readonly<Record<string, NoteText>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly open: readonly string[];
  readonly golden: readonly unknown[];
}

export interface NoteText {
  readonly texts: Texts;
  readonly reviewBy?: string;
}

export interface UnionBody extends LawBody {
  readonly kind: 'union';
  readonly members: readonly string[];
  readonly place: readonly PlaceRule[];
  readonly commission: CommissionRules;
  /** Which one-stop registration covers a supplier inside and outside the union. */
  readonly oneStop?: {
    readonly inside: 'ossUnion';
    readonly outside: 'ossNonUnion';
    readonly platform: string;
  };
}

export interface PackBody extends LawBody {
  readonly kind: 'country';
  /** A draft names in `open` what is missing; nothing paid is sold by it. */
  readonly status: 'complete' | 'draft';
  readonly union?: string;
  /** Country of which this pack is a part: both together are one law area. */
  readonly partOf?: string;
  /** The place of supply is named by region; a region may have a pack of its own. */
  readonly byRegion?: boolean;
  /** Sellers and platforms register region by region; elsewhere once for the whole country. */
  readonly registersBy?: 'region';
  /** Shared text that the file was filled in from, see `packs/_templates`. */
  readonly template?: string;
  readonly languages: readonly string[];
  readonly timezone: string;
  readonly currency: string;
  readonly tax: { readonly code: string; readonly component: string; readonly label: Texts };
  readonly display: {
    readonly consumer: 'inclusive' | 'exclusive';
    readonly business: 'inclusive' | 'exclusive';
  };
  readonly taxId?: TaxIdRules;
  readonly rates: RateTable;
  /** Rates that differ in one of the pack's territories, by territory code. */
  readonly territoryRates?: Readonly<Record<string, RateTable>>;
  readonly thresholds?: unknown;
  readonly place: 'inherit' | readonly PlaceRule[];
  readonly evidence?: unknown;
  readonly rounding: RoundingRule;
  readonly invoice: InvoiceRules;
  readonly commission: { readonly rule: string } | CommissionRules;
  readonly withholding: readonly WithholdingRule[];
  readonly reporting?: unknown;
}

export interface TaxIdRules {
  readonly label: string;
  readonly pattern: string;
  /** `stdnum:<country>.<number>` of the validator library, when it knows the number. */
  readonly checksum?: string;
  readonly register?: string;
  readonly staleAfterDays?: number;
  readonly onRegisterDown?: string;
}

/** A file as the engine uses it: body, the version the installation gave it and the hash of its content. */
export interface Loaded<Body> {
  readonly body: Body;
  readonly version: number;
  readonly hash: string;
}

/** What one file holds. */
export type PackFile = UnionBody | PackBody;

/** Everything a decision may consult. Only versions that are live belong in here. */
export interface PackSet {
  readonly unions: ReadonlyMap<string, Loaded<UnionBody>>;
  readonly packs: ReadonlyMap<string, Loaded<PackBody>>;
}

/** Of two of the same jurisdiction the later one counts. */
export function packSetOf(laws: Iterable<Loaded<PackFile>>): PackSet {
  const unions = new Map<string, Loaded<UnionBody>>();
  const packs = new Map<string, Loaded<PackBody>>();
  for (const { body, version, hash } of laws) {
    if (body.kind === 'union') unions.set(body.jurisdiction, { body, version, hash });
    else packs.set(body.jurisdiction, { body, version, hash });
  }
  return { unions, packs };
}
