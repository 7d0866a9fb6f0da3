import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { News } from '../../../shared/domain-event.js';
import type { DocumentIssued } from '../domain/billing.events.js';
import type { DocumentContent, DocumentKind } from '../domain/document.js';
import { numberOf, type Series, seriesKey } from '../domain/document-number.js';
import { DocumentRecord, SeriesRecord } from '../persistence/document.records.js';
import { recipientOf } from './document-readers.js';

/** A document that has everything but its number. */
export interface DocumentDraft {
  /** Unique: the same document is never issued twice. */
  readonly documentKey: string;
  readonly kind: DocumentKind;
  readonly series: Series;
  /** Pattern of the number, where the law has one. */
  readonly pattern: string | null;
  readonly saleId: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly decisionId: string;
  readonly write: (number: string) => DocumentContent;
}

const DRAW_AFTER_SECONDS = 1;

/** Gives documents their numbers: gap-free per series, because the number is taken back with the transaction that fails. */
@Injectable()
export class IssueDocuments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** Opens the series, before the transaction that takes numbers from them. */
  async prepare(drafts: readonly DocumentDraft[]): Promise<void> {
    for (const { series } of drafts) {
      const key = seriesKey(series);
      if (await this.unitOfWork.manager.existsBy(SeriesRecord, { seriesKey: key })) continue;
      try {
        await this.unitOfWork.manager.insert(SeriesRecord, { seriesKey: key, lastSeq: 0 });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
  }

  /**
   * Issues documents in the caller's transaction, whose first statements must be these: they wait for
   * whoever else takes a number. Series are taken in the order of their keys, so that nobody waits in a circle.
   */
  async issue(
    drafts: readonly DocumentDraft[],
    issuedAt: Temporal.Instant,
  ): Promise<DocumentRecord[]> {
    const sorted = [...drafts].sort((a, b) => (seriesKey(a.series) < seriesKey(b.series) ? -1 : 1));
    const records: DocumentRecord[] = [];
    for (const draft of sorted)
      records.push(this.recordOf(draft, await this.take(draft), issuedAt));
    for (const record of records) {
      await this.unitOfWork.manager.insert(DocumentRecord, { ...record, content: record.content });
      await this.announce(record);
    }
    return records;
  }

  private async take({ series }: DocumentDraft): Promise<number> {
    const key = seriesKey(series);
    const taken = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(SeriesRecord)
      .set({ lastSeq: () => 'last_seq + 1' })
      .where('series_key = :key', { key })
      .execute();
    if (taken.affected !== 1) throw new Error(`the series ${key} was not opened`);
    const { lastSeq } = await this.unitOfWork.manager.findOneByOrFail(SeriesRecord, {
      seriesKey: key,
    });
    return lastSeq;
  }

  private recordOf(draft: DocumentDraft, seq: number, issuedAt: Temporal.Instant): DocumentRecord {
    const { documentKey, kind, series, pattern, saleId, learnerId, expertId, decisionId } = draft;
    const number = numberOf(series, seq, pattern);
    return {
      id: this.ids.next(),
      documentKey,
      seriesKey: seriesKey(series),
      seq,
      number,
      kind,
      saleId,
      learnerId,
      expertId,
      decisionId,
      content: draft.write(number),
      issuedAt,
      pdfSha256: null,
    };
  }

  private async announce(record: DocumentRecord): Promise<void> {
    const { id: documentId, saleId, kind, number, issuedAt } = record;
    const news: News<DocumentIssued> = {
      name: 'billing.document.issued',
      aggregateId: documentId,
      data: { documentId, saleId, kind, number, recipientId: recipientOf(record) },
    };
    await this.outbox.publish(news, issuedAt);
    await this.outbox.schedule({
      name: 'billing.draw-document',
      key: `billing-draw:${documentId}`,
      // Whoever opens it sooner has it drawn at once; nothing else waits for a picture of it.
      dueAt: issuedAt.add({ seconds: DRAW_AFTER_SECONDS }).toString(),
      payload: { documentId },
    });
  }
}
