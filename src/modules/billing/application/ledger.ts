import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { genesisOf, hashOf, type Posting } from '../domain/posting.js';
import { LedgerHeadRecord, PostingRecord } from '../persistence/ledger.records.js';
import { sha256 } from './sha256.js';

/** Appends to the ledger; nothing else writes it, and nothing changes what it wrote. */
@Injectable()
export class Ledger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Makes the head of a currency's chain, before the transaction that takes it. */
  async prepare(currency: string): Promise<void> {
    if (await this.unitOfWork.manager.existsBy(LedgerHeadRecord, { currency })) return;
    try {
      await this.unitOfWork.manager.insert(LedgerHeadRecord, {
        currency,
        seq: 0,
        hash: genesisOf(currency),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /**
   * Appends postings of one currency, in the caller's transaction. The head is taken first and held to
   * the end: whoever also takes document numbers takes those before.
   */
  async post(currency: string, postings: readonly Posting[], at: Temporal.Instant): Promise<void> {
    if (postings.length === 0) return;
    if (!this.unitOfWork.isRunning) throw new Error('postings are written inside a transaction');
    if (postings.some(({ amount }) => amount.currency !== currency || amount.amountMinor <= 0n))
      throw new RangeError(`a posting is above zero and in ${currency}`);
    const { firstSeq, previous } = await this.take(currency, postings.length);
    let hash = previous;
    const rows = postings.map((posting, index): PostingRecord => {
      const seq = firstSeq + index;
      hash = hashOf(hash, { ...posting, seq, postedAtMs: at.epochMilliseconds }, sha256);
      return this.rowOf(posting, seq, hash, at);
    });
    await this.unitOfWork.manager.insert(PostingRecord, rows);
    await this.unitOfWork.manager.update(LedgerHeadRecord, { currency }, { hash });
  }

  private async take(
    currency: string,
    places: number,
  ): Promise<{ firstSeq: number; previous: string }> {
    const taken = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(LedgerHeadRecord)
      .set({ seq: () => 'seq + :places' })
      .setParameter('places', places)
      .where('currency = :currency', { currency })
      .execute();
    if (taken.affected !== 1) throw new Error(`the chain of ${currency} has no head`);
    const head = await this.unitOfWork.manager.findOneByOrFail(LedgerHeadRecord, { currency });
    return { firstSeq: head.seq - places + 1, previous: head.hash };
  }

  private rowOf(posting: Posting, seq: number, hash: string, at: Temporal.Instant): PostingRecord {
    const { debit, credit, amount, reason, causeKind, causeId, key } = posting;
    return {
      id: this.ids.next(),
      currency: amount.currency,
      seq,
      debit,
      credit,
      amountMinor: amount.amountMinor,
      reason,
      causeKind,
      causeId,
      postingKey: key,
      hash,
      postedAt: at,
    };
  }
}
