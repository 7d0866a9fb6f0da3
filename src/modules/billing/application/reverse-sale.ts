import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { type Ratio, ratio } from '../../../shared/ratio.js';
import { TaxFacade } from '../../tax/index.js';
import { BillingKeyReusedError, ReversalExceedsSaleError } from '../domain/billing.errors.js';
import { partBetween, shareAfter } from '../domain/reverse-parts.js';
import { ReversalRecord, SaleRecord } from '../persistence/sale.records.js';
import { BookReversal } from './book-reversal.js';
import { SalePayments } from './sale-payments.js';
import { RESUME_AFTER_MINUTES, RESUME_REVERSAL, resumeReversalKey } from './settlement-jobs.js';
import { shareOf, shareText } from './shares.js';

export interface ReverseInput {
  readonly saleId: string;
  /** Share of the whole sale; `all` is everything that is left. */
  readonly share: 'all' | Ratio;
  /** Code of why, e.g. `guarantee.expert_never_came`. */
  readonly reason: string;
  /** The same key again goes on where it stopped, or changes nothing. */
  readonly key: string;
}

/** Gives a sale back, wholly or in part: refund, mirrored postings, credit notes to both. */
@Injectable()
export class ReverseSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly tax: TaxFacade,
    private readonly payments: SalePayments,
    private readonly book: BookReversal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFoundError, ReversalExceedsSaleError, BillingKeyReusedError */
  async run(input: ReverseInput): Promise<SaleRecord> {
    const known = await this.known(input);
    if (known) return this.goOn(known);
    const sale = await this.load(input.saleId);
    // Where nothing was collected, or all was given back, nothing is left to give back.
    if (sale.state !== 'settled' || isWhole(sale.reversedShare)) return sale;
    return this.goOn(await this.begin(sale, input));
  }

  @OnJob(RESUME_REVERSAL)
  async resume(payload: { readonly reversalId: string }): Promise<void> {
    const { reversalId: id } = payload;
    await this.goOn(await this.unitOfWork.manager.findOneByOrFail(ReversalRecord, { id }));
  }

  private async goOn(reversal: ReversalRecord): Promise<SaleRecord> {
    const sale = await this.load(reversal.saleId);
    if (reversal.state === 'done') return sale;
    if (reversal.refundMinor > 0n) await this.refund(sale, reversal);
    await this.book.run(sale, reversal);
    return this.load(sale.id);
  }

  private async refund(sale: SaleRecord, reversal: ReversalRecord): Promise<void> {
    const before = shareOf(reversal.shareBefore);
    const nothing = ratio(0n, 1n);
    // From the share and not from what is booked: reversals may be under way side by side.
    const { grossMinor: beforeMinor } =
      before.numerator === 0n
        ? { grossMinor: 0n }
        : await this.tax.reverse(sale.saleDecisionId ?? '', before, nothing);
    await this.payments.refund(sale, beforeMinor, reversal.refundMinor, reversal.id);
  }

  private async known({ key, saleId, reason }: ReverseInput): Promise<ReversalRecord | null> {
    const reversal = await this.unitOfWork.manager.findOneBy(ReversalRecord, { reversalKey: key });
    if (reversal && (reversal.saleId !== saleId || reversal.reason !== reason))
      throw new BillingKeyReusedError(key);
    return reversal;
  }

  private async begin(sale: SaleRecord, input: ReverseInput): Promise<ReversalRecord> {
    const record = await this.recordOf(sale, input);
    try {
      await this.unitOfWork.run(async () => {
        const { shareBefore, shareUntil } = record;
        const taken = await this.unitOfWork.manager.update(
          SaleRecord,
          { id: sale.id, reversedShare: shareBefore },
          { reversedShare: shareUntil },
        );
        if (taken.affected !== 1) throw new ReversalExceedsSaleError();
        await this.unitOfWork.manager.insert(ReversalRecord, record);
        await this.outbox.schedule({
          name: RESUME_REVERSAL,
          key: resumeReversalKey(record.id),
          dueAt: this.clock.now().add({ minutes: RESUME_AFTER_MINUTES }).toString(),
          payload: { reversalId: record.id },
        });
      });
      return record;
    } catch (error) {
      // A rival with the same key took the share first.
      const isRival = isUniqueViolation(error) || error instanceof ReversalExceedsSaleError;
      const winner = isRival ? await this.known(input) : null;
      if (!winner) throw error;
      return winner;
    }
  }

  private async recordOf(sale: SaleRecord, input: ReverseInput): Promise<ReversalRecord> {
    const before = shareOf(sale.reversedShare);
    const until = shareAfter(before, input.share);
    if (!until) throw new ReversalExceedsSaleError();
    const back = await this.tax.reverse(
      sale.saleDecisionId ?? '',
      partBetween(before, until),
      before,
    );
    return {
      id: this.ids.next(),
      saleId: sale.id,
      reversalKey: input.key,
      reason: input.reason,
      state: 'open',
      shareBefore: sale.reversedShare,
      shareUntil: shareText(until),
      refundMinor: back.grossMinor,
      createdAt: this.clock.now(),
      doneAt: null,
    };
  }

  private async load(id: string): Promise<SaleRecord> {
    const sale = await this.unitOfWork.manager.findOneBy(SaleRecord, { id });
    if (!sale) throw new NotFoundError('sale');
    return sale;
  }
}

function isWhole(share: string): boolean {
  const { numerator, denominator } = shareOf(share);
  return numerator === denominator;
}
