import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import { money, zero } from '../../../shared/money.js';
import { type ReversalView, type StoredTaxDecisionView, TaxFacade } from '../../tax/index.js';
import type { SaleReversed } from '../domain/billing.events.js';
import { partBetween, reverseParts } from '../domain/reverse-parts.js';
import { reversalPostings, type SaleAccounts } from '../domain/sale-postings.js';
import type { CollectedParts } from '../domain/split-collected.js';
import { DocumentRecord } from '../persistence/document.records.js';
import { PaymentRepository } from '../persistence/payment.repository.js';
import { EarningRecord } from '../persistence/payout.records.js';
import { ReversalRecord, SaleRecord } from '../persistence/sale.records.js';
import { type DocumentDraft, IssueDocuments } from './issue-documents.js';
import { Ledger } from './ledger.js';
import { paymentIdsOf } from './sale-payments.js';
import { decidedAmounts, patternOf, SaleDocuments } from './sale-documents.js';
import type { SaleTerms } from './sale-terms.js';
import { resumeReversalKey } from './settlement-jobs.js';
import { shareOf } from './shares.js';

interface Decided {
  readonly decision: StoredTaxDecisionView;
  readonly back: ReversalView;
}

class ReversalDoneMeanwhile extends Error {}

/** Books a reversal in one transaction: credit notes, mirrored postings, the smaller payout and the event. */
@Injectable()
export class BookReversal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issueDocuments: IssueDocuments,
    private readonly documents: SaleDocuments,
    private readonly payments: PaymentRepository,
    private readonly ledger: Ledger,
    private readonly tax: TaxFacade,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async run(sale: SaleRecord, reversal: ReversalRecord): Promise<void> {
    const now = this.clock.now();
    const session = await this.decided(sale.saleDecisionId, reversal);
    if (!session) throw new Error(`sale ${sale.id} has no tax decision`);
    const fee = await this.decided(sale.commissionDecisionId, reversal);
    const parts = partsOf(sale, reversal, session, fee);
    const accounts = await this.accountsOf(sale, session, fee);
    const drafts = await this.creditNotes(sale, reversal, [session, fee], now);
    await this.issueDocuments.prepare(drafts);
    try {
      await this.unitOfWork.run(async () => {
        await this.issueDocuments.issue(drafts, now);
        await this.ledger.post(sale.currency, reversalPostings(reversal.id, parts, accounts), now);
        await this.finish(sale, reversal, parts, now);
      });
    } catch (error) {
      if (!(error instanceof ReversalDoneMeanwhile) && !isUniqueViolation(error)) throw error;
      const { id } = reversal;
      if (await this.unitOfWork.manager.existsBy(ReversalRecord, { id, state: 'open' }))
        throw error;
    }
  }

  private async decided(
    decisionId: string | null,
    reversal: ReversalRecord,
  ): Promise<Decided | null> {
    if (decisionId === null) return null;
    const before = shareOf(reversal.shareBefore);
    const part = partBetween(before, shareOf(reversal.shareUntil));
    return {
      decision: await this.tax.decision(decisionId),
      back: await this.tax.reverse(decisionId, part, before),
    };
  }

  private async accountsOf(
    sale: SaleRecord,
    session: Decided,
    fee: Decided | null,
  ): Promise<SaleAccounts> {
    const { provider } = await this.payments.load(paymentIdsOf(sale)[0] ?? '');
    const place = session.decision.placeOfSupply;
    return {
      provider,
      expertId: sale.expertId,
      saleTaxPlace: place,
      commissionTaxPlace: fee?.decision.placeOfSupply ?? place,
      withholdingPlace: (sale.terms as SaleTerms).seller.facts.country ?? place,
    };
  }

  private async creditNotes(
    sale: SaleRecord,
    reversal: ReversalRecord,
    decided: readonly (Decided | null)[],
    now: Temporal.Instant,
  ): Promise<DocumentDraft[]> {
    const issued = await this.unitOfWork.manager.findBy(DocumentRecord, { saleId: sale.id });
    return decided.flatMap((one) => {
      if (!one || one.back.grossMinor === 0n) return [];
      const { decision, back } = one;
      const original = issued.find(
        ({ kind, decisionId }) =>
          decisionId === decision.decisionId &&
          (kind === 'invoice' || kind === 'commission_invoice'),
      );
      if (!original) throw new Error(`sale ${sale.id} lacks the document to be credited`);
      const amounts = decidedAmounts(back);
      const pattern = patternOf(decision);
      return [this.documents.creditNote(original, amounts, reversal.id, pattern, now)];
    });
  }

  private async finish(
    sale: SaleRecord,
    reversal: ReversalRecord,
    parts: CollectedParts,
    now: Temporal.Instant,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const done = await manager.update(
      ReversalRecord,
      { id: reversal.id, state: 'open' },
      { state: 'done', doneAt: now },
    );
    if (done.affected !== 1) throw new ReversalDoneMeanwhile();
    const { refundedMinor } = await manager.findOneByOrFail(SaleRecord, { id: sale.id });
    await manager.update(
      SaleRecord,
      { id: sale.id },
      { refundedMinor: refundedMinor + reversal.refundMinor },
    );
    await this.lowerEarning(sale, reversal.id, parts.payout.amountMinor, now);
    await this.outbox.cancel(resumeReversalKey(reversal.id));
    await this.outbox.publish(newsOf(sale, reversal), now);
  }

  /**
   * The ledger's head is held, so that no other reversal of this currency reads the amount meanwhile. What a payout
   * has taken up is not touched any more: it is owed back instead.
   */
  private async lowerEarning(
    sale: SaleRecord,
    reversalId: string,
    byMinor: bigint,
    now: Temporal.Instant,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const earning = await manager.findOneByOrFail(EarningRecord, { causeId: sale.id });
    const amountMinor = earning.amountMinor - byMinor;
    const lowered = await manager.update(
      EarningRecord,
      { id: earning.id, state: In(['owed', 'cancelled']) },
      { amountMinor, state: amountMinor === 0n ? 'cancelled' : 'owed' },
    );
    if (lowered.affected === 1 || byMinor === 0n) return;
    await manager.insert(EarningRecord, {
      ...earning,
      id: this.ids.next(),
      causeId: reversalId,
      amountMinor: -byMinor,
      state: 'owed',
      payoutId: null,
      dueAt: now,
      createdAt: now,
    });
  }
}

function partsOf(
  sale: SaleRecord,
  reversal: ReversalRecord,
  session: Decided,
  fee: Decided | null,
): CollectedParts {
  const { currency } = sale;
  const { back, decision } = session;
  return reverseParts(
    {
      gross: money(back.grossMinor, currency),
      commission: money(fee?.back.netMinor ?? 0n, currency),
      commissionTax: money(fee?.back.taxMinor ?? 0n, currency),
      taxOwed: decision.liable === 'platform' ? money(back.taxMinor, currency) : zero(currency),
    },
    money(sale.withheldMinor, currency),
    shareOf(reversal.shareBefore),
    shareOf(reversal.shareUntil),
  );
}

function newsOf(sale: SaleRecord, reversal: ReversalRecord): News<SaleReversed> {
  const { id: saleId, sessionId, learnerId, expertId, currency } = sale;
  return {
    name: 'billing.sale.reversed',
    aggregateId: saleId,
    data: {
      saleId,
      sessionId,
      learnerId,
      expertId,
      currency,
      reversalId: reversal.id,
      refundMinor: reversal.refundMinor.toString(),
      reason: reversal.reason,
    },
  };
}
