import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AppConfig } from '../../../platform/config/config.js';
import { money } from '../../../shared/money.js';
import { type StoredTaxDecisionView, TaxFacade } from '../../tax/index.js';
import {
  amountsOf,
  creditNoteOf,
  type DecidedAmounts,
  type DocumentContent,
  type DocumentLine,
  type Party,
} from '../domain/document.js';
import { PLATFORM_ISSUER, type Series } from '../domain/document-number.js';
import type { DocumentRecord } from '../persistence/document.records.js';
import type { SaleRecord } from '../persistence/sale.records.js';
import type { DecidedSale } from './decide-sale-tax.js';
import type { DocumentDraft } from './issue-documents.js';
import type { SaleTerms } from './sale-terms.js';

type Frozen = Omit<DocumentContent, 'number'>;

/** What the documents of a sale say. */
@Injectable()
export class SaleDocuments {
  constructor(
    private readonly config: AppConfig,
    private readonly tax: TaxFacade,
  ) {}

  /** The learner's invoice, issued for the expert by the platform, and the expert's commission invoice. */
  ofSale(
    sale: SaleRecord,
    terms: SaleTerms,
    decided: DecidedSale,
    now: Temporal.Instant,
  ): DocumentDraft[] {
    const invoice = this.draft(
      'invoice',
      sale,
      decided.sale,
      now,
      this.invoice(terms, decided, now),
    );
    if (!decided.commission) return [invoice];
    const content = this.commissionInvoice(terms, decided.commission, now);
    return [invoice, this.draft('commission_invoice', sale, decided.commission, now, content)];
  }

  /** A credit note for a document, over the part that is taken back. */
  creditNote(
    original: DocumentRecord,
    back: DecidedAmounts,
    reversalId: string,
    pattern: string | null,
    now: Temporal.Instant,
  ): DocumentDraft {
    const kind = original.kind === 'invoice' ? 'credit_note' : 'commission_credit_note';
    const { saleId, learnerId, expertId, decisionId } = original;
    return {
      documentKey: `reversal:${reversalId}:${kind}`,
      kind,
      series: seriesAt(issuerOf(original.kind, expertId), 'credit_note', now),
      pattern,
      saleId,
      learnerId,
      expertId,
      decisionId,
      write: (number) => creditNoteOf(original.content, back, number, dayOf(now)),
    };
  }

  private draft(
    kind: 'invoice' | 'commission_invoice',
    sale: SaleRecord,
    decision: StoredTaxDecisionView,
    now: Temporal.Instant,
    content: Frozen,
  ): DocumentDraft {
    const { id: saleId, learnerId, expertId } = sale;
    return {
      documentKey: `sale:${saleId}:${kind}`,
      kind,
      series: seriesAt(issuerOf(kind, expertId), 'invoice', now),
      pattern: patternOf(decision),
      saleId,
      learnerId,
      expertId,
      decisionId: decision.decisionId,
      write: (number) => ({ ...content, number }),
    };
  }

  private invoice(terms: SaleTerms, { sale }: DecidedSale, now: Temporal.Instant): Frozen {
    const { learnerName, seller, asked } = terms;
    const isOwnName = this.config.platformTax.actsAs === 'own_name';
    return {
      ...this.common(terms, sale, asked.language, now),
      kind: 'invoice',
      supplier: isOwnName ? this.operator() : partyOf(seller),
      customer: { name: learnerName, address: '', country: asked.learnerCountry, taxId: null },
      issuedBy: isOwnName ? null : this.operator(),
      line: sessionLine(terms),
    };
  }

  private commissionInvoice(
    terms: SaleTerms,
    commission: StoredTaxDecisionView,
    now: Temporal.Instant,
  ): Frozen {
    const { asked, seller, expertLanguage } = terms;
    return {
      ...this.common(terms, commission, expertLanguage, now),
      kind: 'commission_invoice',
      supplier: this.operator(),
      customer: partyOf(seller),
      issuedBy: null,
      line: { kind: 'commission', title: asked.title, percent: terms.commission.percent },
    };
  }

  private common(
    { asked }: SaleTerms,
    decision: StoredTaxDecisionView,
    language: string,
    now: Temporal.Instant,
  ): Omit<Frozen, 'kind' | 'supplier' | 'customer' | 'issuedBy' | 'line'> {
    return {
      ...amountsOf(decidedAmounts(decision)),
      issuedOn: dayOf(now),
      performedOn: decision.date,
      language,
      notes: this.notesOf(decision, language),
      corrects: null,
      sessionId: asked.sessionId,
      isFiscal: decision.invoiceRequirements?.clearance !== 'clear',
    };
  }

  /** In the reader's language, or English, and in those of the laws that want it said; not in every one it is known in. */
  private notesOf(decision: StoredTaxDecisionView, language: string): DocumentContent['notes'] {
    if (!decision.noteRequired) return [];
    const { placeOfSupply, invoiceRequirements } = decision;
    const laws = [placeOfSupply, invoiceRequirements?.jurisdiction ?? placeOfSupply];
    const own = this.tax.languagesOf(laws);
    return decision.notes.map(({ texts }) => {
      const wanted = new Set([language in texts ? language : 'en', ...own]);
      return Object.fromEntries(Object.entries(texts).filter(([spoken]) => wanted.has(spoken)));
    });
  }

  private operator(): Party {
    const { legalName: name, address, taxId } = this.config.operator;
    return { name, address, taxId, country: this.config.platformTax.country };
  }
}

/** Pattern of the numbers that the law of a decision asks for. */
export function patternOf(
  decision: Pick<StoredTaxDecisionView, 'invoiceRequirements'>,
): string | null {
  return decision.invoiceRequirements?.numbering?.pattern ?? null;
}

/** Amounts of a decision, or of the part of one that a reversal takes back. */
export function decidedAmounts(decided: {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly currency: string;
  readonly components: StoredTaxDecisionView['components'];
}): DecidedAmounts {
  const { currency } = decided;
  return {
    net: money(decided.netMinor, currency),
    tax: money(decided.taxMinor, currency),
    gross: money(decided.grossMinor, currency),
    components: decided.components.map(({ name, ratePercent, taxMinor }) => ({
      name,
      ratePercent,
      tax: money(taxMinor, currency),
    })),
  };
}

function sessionLine({ asked }: SaleTerms): DocumentLine {
  const { title, billedSeconds, freeSeconds, unit, priceModel } = asked;
  return priceModel === 'per_minute'
    ? { kind: 'session_by_minute', title, billedSeconds, freeSeconds, unit }
    : { kind: 'session', title, unit };
}

function partyOf({ legalName: name, address, facts }: SaleTerms['seller']): Party {
  return { name, address, country: facts.country ?? '', taxId: facts.id ?? null };
}

function issuerOf(kind: DocumentRecord['kind'], expertId: string): string {
  return kind === 'invoice' || kind === 'credit_note' ? expertId : PLATFORM_ISSUER;
}

function seriesAt(issuer: string, family: Series['family'], now: Temporal.Instant): Series {
  return { issuer, family, year: Number(dayOf(now).slice(0, 4)) };
}

/** The day of issue, UTC. */
function dayOf(now: Temporal.Instant): string {
  return now.toString().slice(0, 10);
}
