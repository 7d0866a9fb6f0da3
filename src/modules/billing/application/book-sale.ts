import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import { money } from '../../../shared/money.js';
import type { SaleSettled } from '../domain/billing.events.js';
import type { SaleState } from '../domain/sale.js';
import { salePostings, waiverPosting } from '../domain/sale-postings.js';
import { EarningRecord } from '../persistence/payout.records.js';
import { SaleRecord } from '../persistence/sale.records.js';
import type { DecidedSale } from './decide-sale-tax.js';
import { IssueDocuments } from './issue-documents.js';
import { Ledger } from './ledger.js';
import { SaleDocuments } from './sale-documents.js';
import type { SaleTerms } from './sale-terms.js';
import { resumeKey } from './settlement-jobs.js';

/** As long as a learner may claim the guarantee. */
export const GUARANTEE_HOURS = 72;

type SaleChanges = Partial<Omit<SaleRecord, 'terms'>>;

/** Somebody else closed the sale meanwhile. */
class SaleClosedMeanwhile extends Error {}

/** Closes a sale in one transaction: numbers, documents, postings, payout, state and events, or none of it. */
@Injectable()
export class BookSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issueDocuments: IssueDocuments,
    private readonly documents: SaleDocuments,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async settled(
    sale: SaleRecord,
    terms: SaleTerms,
    decided: DecidedSale,
    provider: string,
  ): Promise<SaleRecord> {
    const now = this.clock.now();
    const drafts = this.documents.ofSale(sale, terms, decided, now);
    const postings = salePostings(sale.id, decided.parts, { ...decided.accounts, provider });
    await this.issueDocuments.prepare(drafts);
    await this.ledger.prepare(sale.currency);
    return this.close(sale, async () => {
      await this.issueDocuments.issue(drafts, now);
      await this.ledger.post(sale.currency, postings, now);
      await this.unitOfWork.manager.insert(EarningRecord, this.earningOf(sale, decided, now));
      const { payout, commission, commissionTax, withheld, taxOwed } = decided.parts;
      await this.leaveOpen(sale, 'settled', {
        saleDecisionId: decided.sale.decisionId,
        commissionDecisionId: decided.commission?.decisionId ?? null,
        collectedMinor: decided.collected.amountMinor,
        payoutMinor: payout.amountMinor,
        commissionMinor: commission.amountMinor,
        commissionTaxMinor: commissionTax.amountMinor,
        withheldMinor: withheld.amountMinor,
        taxOwedMinor: taxOwed.amountMinor,
      });
    });
  }

  async waived(sale: SaleRecord): Promise<SaleRecord> {
    await this.ledger.prepare(sale.currency);
    const posting = waiverPosting(sale.id, money(sale.grossMinor, sale.currency));
    return this.close(sale, async () => {
      await this.ledger.post(sale.currency, [posting], this.clock.now());
      await this.leaveOpen(sale, 'waived', {});
    });
  }

  withoutMoney(sale: SaleRecord, state: 'free' | 'uncollected'): Promise<SaleRecord> {
    return this.close(sale, () => this.leaveOpen(sale, state, {}));
  }

  private async close(sale: SaleRecord, work: () => Promise<void>): Promise<SaleRecord> {
    try {
      await this.unitOfWork.run(async () => {
        await work();
        await this.outbox.cancel(resumeKey(sale.sessionId));
      });
      return await this.load(sale.id);
    } catch (error) {
      // A rival's documents or its state were there first; what this transaction did was taken back.
      if (!(error instanceof SaleClosedMeanwhile) && !isUniqueViolation(error)) throw error;
      const closed = await this.load(sale.id);
      if (closed.state === 'open') throw error;
      return closed;
    }
  }

  private load(id: string): Promise<SaleRecord> {
    return this.unitOfWork.manager.findOneByOrFail(SaleRecord, { id });
  }

  private async leaveOpen(
    sale: SaleRecord,
    state: Exclude<SaleState, 'open'>,
    changes: SaleChanges,
  ): Promise<void> {
    const settledAt = this.clock.now();
    const { id } = sale;
    const result = await this.unitOfWork.manager.update(
      SaleRecord,
      { id, state: 'open' },
      { ...changes, state, settledAt },
    );
    if (result.affected !== 1) throw new SaleClosedMeanwhile();
    await this.outbox.publish(newsOf(sale, state, changes), settledAt);
  }

  private earningOf(sale: SaleRecord, decided: DecidedSale, now: Temporal.Instant): EarningRecord {
    return {
      id: this.ids.next(),
      saleId: sale.id,
      causeId: sale.id,
      expertId: sale.expertId,
      amountMinor: decided.parts.payout.amountMinor,
      currency: sale.currency,
      state: decided.parts.payout.amountMinor === 0n ? 'cancelled' : 'owed',
      payoutId: null,
      dueAt: sale.performedAt.add({ hours: GUARANTEE_HOURS }),
      createdAt: now,
    };
  }
}

function newsOf(
  sale: SaleRecord,
  state: Exclude<SaleState, 'open'>,
  changes: SaleChanges,
): News<SaleSettled> {
  const { id: saleId, sessionId, learnerId, expertId, currency } = sale;
  return {
    name: 'billing.sale.settled',
    aggregateId: saleId,
    data: {
      saleId,
      sessionId,
      learnerId,
      expertId,
      currency,
      state,
      collectedMinor: (changes.collectedMinor ?? 0n).toString(),
      payoutMinor: (changes.payoutMinor ?? 0n).toString(),
    },
  };
}
