import { type Money, type MoneyJson, toMoneyJson } from '../../../shared/money.js';

export type DocumentKind =
  'invoice' | 'commission_invoice' | 'credit_note' | 'commission_credit_note';

/** Somebody on a document, as printed. */
export interface Party {
  readonly name: string;
  /** Lines of the address; empty when it is not known. */
  readonly address: string;
  readonly country: string;
  readonly taxId: string | null;
}

export type DocumentLine =
  | {
      readonly kind: 'session_by_minute';
      readonly title: string;
      readonly billedSeconds: number;
      /** Of the billed seconds, those that cost nothing. */
      readonly freeSeconds: number;
      readonly unit: MoneyJson;
    }
  | { readonly kind: 'session'; readonly title: string; readonly unit: MoneyJson }
  | { readonly kind: 'commission'; readonly title: string; readonly percent: string }
  | { readonly kind: 'correction'; readonly title: string };

export interface DocumentTax {
  readonly name: string;
  /** Decimal string. */
  readonly ratePercent: string;
  readonly net: MoneyJson;
  readonly amount: MoneyJson;
}

/** Everything a document says, frozen when it is issued; the PDF is only its picture. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Language of its reader. */
  readonly language: string;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly performedOn: string;
  readonly supplier: Party;
  readonly customer: Party;
  /** Who writes the document in the supplier's name; null when the supplier does. */
  readonly issuedBy: Party | null;
  readonly line: DocumentLine;
  readonly taxes: readonly DocumentTax[];
  readonly net: MoneyJson;
  readonly tax: MoneyJson;
  readonly gross: MoneyJson;
  /** What the law asks to be said, each by language. */
  readonly notes: readonly Readonly<Record<string, string>>[];
  readonly corrects: { readonly number: string; readonly issuedOn: string } | null;
  readonly sessionId: string;
  /** A state system has to clear the legal invoice; this paper is then not it. */
  readonly isFiscal: boolean;
}

/** Amounts of a decided supply, or of the part of it that is taken back. */
export interface DecidedAmounts {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly components: readonly {
    readonly name: string;
    readonly ratePercent: string;
    readonly tax: Money;
  }[];
}

export function amountsOf(
  decided: DecidedAmounts,
): Pick<DocumentContent, 'net' | 'tax' | 'gross' | 'taxes'> {
  return {
    net: toMoneyJson(decided.net),
    tax: toMoneyJson(decided.tax),
    gross: toMoneyJson(decided.gross),
    taxes: decided.components.map(({ name, ratePercent, tax }) => ({
      name,
      ratePercent,
      net: toMoneyJson(decided.net),
      amount: toMoneyJson(tax),
    })),
  };
}

/** The credit note that takes back what a document said, or a part of it. */
export function creditNoteOf(
  original: DocumentContent,
  back: DecidedAmounts,
  number: string,
  issuedOn: string,
): DocumentContent {
  return {
    ...original,
    ...amountsOf(back),
    kind: original.kind === 'invoice' ? 'credit_note' : 'commission_credit_note',
    number,
    issuedOn,
    line: { kind: 'correction', title: original.line.title },
    corrects: { number: original.number, issuedOn: original.issuedOn },
  };
}
