import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { DocumentContent, DocumentKind } from '../domain/document.js';

/** The last number of a series; whoever issues takes it first. */
@Entity('billing_series')
export class SeriesRecord {
  @PrimaryColumn({ name: 'series_key', type: 'varchar', length: 80 }) seriesKey!: string;
  @CountColumn({ name: 'last_seq' }) lastSeq!: number;
}

@Entity('billing_documents')
export class DocumentRecord {
  @IdColumn() id!: string;
  /** Unique: what a document is about is documented once. */
  @TextColumn({ name: 'document_key', length: 150 }) documentKey!: string;
  @TextColumn({ name: 'series_key', length: 80 }) seriesKey!: string;
  /** Unique within the series, from one. */
  @CountColumn() seq!: number;
  @TextColumn({ length: 60 }) number!: string;
  @TextColumn({ length: 24 }) kind!: DocumentKind;
  @RefColumn({ name: 'sale_id' }) saleId!: string;
  @RefColumn({ name: 'learner_id' }) learnerId!: string;
  @RefColumn({ name: 'expert_id' }) expertId!: string;
  /** The decision of the tax engine that it rests on. */
  @RefColumn({ name: 'decision_id' }) decisionId!: string;
  @JsonColumn() content!: DocumentContent;
  @InstantColumn({ name: 'issued_at' }) issuedAt!: Temporal.Instant;
  /** Of the PDF; null until it was made. */
  @TextColumn({ name: 'pdf_sha256', length: 64, nullable: true }) pdfSha256!: string | null;
}
