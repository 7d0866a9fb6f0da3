import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { AccountsFacade } from '../../accounts/index.js';
import { BillingKeyReusedError } from '../domain/billing.errors.js';
import { SaleRecord } from '../persistence/sale.records.js';
import { BookSale } from './book-sale.js';
import { DecideSaleTax } from './decide-sale-tax.js';
import { PaymentGateway } from './ports.js';
import { SalePayments } from './sale-payments.js';
import { askedJson, isSameAsked, type SaleTerms, type SettleInput } from './sale-terms.js';
import { Sellers } from './sellers.js';
import { RESUME_AFTER_MINUTES, RESUME_SETTLEMENT, resumeKey } from './settlement-jobs.js';

/**
 * Takes exactly what the meter said and puts every part where it belongs. The terms are frozen first;
 * after that each step may be done again, so that an interrupted settlement ends like any other.
 */
@Injectable()
export class SettleSale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly accounts: AccountsFacade,
    private readonly sellers: Sellers,
    private readonly tax: DecideSaleTax,
    private readonly gateway: PaymentGateway,
    private readonly payments: SalePayments,
    private readonly book: BookSale,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async run(input: SettleInput): Promise<SaleRecord> {
    const holds = [input.paymentId, ...(input.morePaymentIds ?? [])];
    if (input.gross.amountMinor > 0n && holds.every((id) => id === null))
      throw new RangeError('a session that costs something needs its payment');
    return this.goOn((await this.known(input)) ?? (await this.begin(input)));
  }

  @OnJob(RESUME_SETTLEMENT)
  async resume(payload: { readonly sessionId: string }): Promise<void> {
    const { sessionId } = payload;
    await this.goOn(await this.unitOfWork.manager.findOneByOrFail(SaleRecord, { sessionId }));
  }

  private async goOn(sale: SaleRecord): Promise<SaleRecord> {
    if (sale.state !== 'open') return sale;
    const terms = sale.terms as SaleTerms;
    if (sale.grossMinor < this.smallest(sale)) return this.letGo(sale);
    // Tax first: what cannot be taxed is not taken.
    const decided = await this.tax.run(terms);
    const { collectedMinor, provider } = await this.payments.capture(sale);
    if (collectedMinor === 0n) return this.book.withoutMoney(sale, 'uncollected');
    if (collectedMinor > sale.grossMinor)
      throw new Error(`sale ${sale.id} was captured over another amount`);
    if (collectedMinor === sale.grossMinor)
      return this.book.settled(sale, terms, decided, provider);
    // One of several holds failed: what could be had is the sale.
    return this.book.settled(sale, terms, await this.tax.run(terms, collectedMinor), provider);
  }

  private smallest({ currency, grossMinor }: SaleRecord): bigint {
    return grossMinor === 0n ? 1n : this.gateway.minimumMinorOf(currency);
  }

  private async letGo(sale: SaleRecord): Promise<SaleRecord> {
    await this.payments.release(sale);
    return sale.grossMinor === 0n ? this.book.withoutMoney(sale, 'free') : this.book.waived(sale);
  }

  private async known(input: SettleInput): Promise<SaleRecord | null> {
    const { sessionId } = input;
    const sale = await this.unitOfWork.manager.findOneBy(SaleRecord, { sessionId });
    if (sale && !isSameAsked(sale.terms as SaleTerms, input))
      throw new BillingKeyReusedError(sessionId);
    return sale;
  }

  private async begin(input: SettleInput): Promise<SaleRecord> {
    const record = this.recordOf(input, await this.termsOf(input));
    const { sessionId } = input;
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(SaleRecord, {
          ...record,
          terms: record.terms as object,
        });
        await this.outbox.schedule({
          name: RESUME_SETTLEMENT,
          key: resumeKey(sessionId),
          dueAt: this.clock.now().add({ minutes: RESUME_AFTER_MINUTES }).toString(),
          payload: { sessionId },
        });
      });
      return record;
    } catch (error) {
      const winner = isUniqueViolation(error) ? await this.known(input) : null;
      if (!winner) throw error;
      return winner;
    }
  }

  private async termsOf(input: SettleInput): Promise<SaleTerms> {
    const learner = await this.accounts.person(input.learnerId);
    const expert = await this.accounts.person(input.expertId);
    return {
      asked: askedJson(input),
      seller: await this.sellers.of(input.expertId),
      commission: this.config.commission,
      learnerName: learner.displayName,
      expertLanguage: expert.language,
    };
  }

  private recordOf(input: SettleInput, terms: SaleTerms): SaleRecord {
    const { sessionId, paymentId, learnerId, expertId, gross, performedAt } = input;
    return {
      id: this.ids.next(),
      sessionId,
      paymentId,
      learnerId,
      expertId,
      state: 'open',
      currency: gross.currency,
      grossMinor: gross.amountMinor,
      terms,
      saleDecisionId: null,
      commissionDecisionId: null,
      collectedMinor: 0n,
      payoutMinor: 0n,
      commissionMinor: 0n,
      commissionTaxMinor: 0n,
      withheldMinor: 0n,
      taxOwedMinor: 0n,
      refundedMinor: 0n,
      reversedShare: '0/1',
      performedAt,
      createdAt: this.clock.now(),
      settledAt: null,
    };
  }
}
