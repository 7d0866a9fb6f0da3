import { ApiProperty } from '@nestjs/swagger';
import {
  KIND_OF_HELPS,
  type KindOfHelp,
  ListingFaq,
  PRICE_MODELS,
  type PriceModel,
  RECORDING_POLICIES,
} from './listing.view.js';
import { Money } from './money.view.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'refused',
  'suspended',
  'reinstated',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const REVISION_STATES = ['draft', 'in_review', 'live', 'replaced', 'refused'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export const LISTING_STATES = ['draft', 'in_review', 'live', 'paused', 'archived'] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export class StoredFile {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  url!: string;
  @ApiProperty()
  contentType!: string;
  @ApiProperty()
  sizeBytes!: number;
}

export class Requirement {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  label!: string;
  @ApiProperty({ enum: ['text', 'file', 'confirm'] })
  kind!: 'text' | 'file' | 'confirm';
  @ApiProperty()
  required!: boolean;
}

export class ListingDraftPrice {
  @ApiProperty({ enum: PRICE_MODELS })
  model!: PriceModel;
  @ApiProperty({ nullable: true, type: String })
  amountMinor!: string | null;
  @ApiProperty()
  currency!: string;
  @ApiProperty({ nullable: true, type: Number })
  sessionMinutes!: number | null;
  @ApiProperty()
  freeMinutes!: number;
}

export class ListingDraftPicture {
  @ApiProperty()
  fileId!: string;
  @ApiProperty()
  alt!: string;
}

export class ListingDraft {
  @ApiProperty()
  categoryId!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  summary!: string;
  @ApiProperty()
  description!: string;
  @ApiProperty({ enum: KIND_OF_HELPS })
  kindOfHelp!: KindOfHelp;
  @ApiProperty({ type: [String] })
  languages!: readonly string[];
  @ApiProperty({ type: () => ListingDraftPrice })
  price!: ListingDraftPrice;
  @ApiProperty()
  instant!: boolean;
  @ApiProperty({ nullable: true, type: String })
  taxCategory!: string | null;
  @ApiProperty({ enum: RECORDING_POLICIES })
  recording!: (typeof RECORDING_POLICIES)[number];
  @ApiProperty()
  needs!: string;
  @ApiProperty()
  gets!: string;
  @ApiProperty({ type: () => [ListingFaq] })
  faqs!: readonly ListingFaq[];
  @ApiProperty({ type: () => [ListingDraftPicture] })
  pictures!: readonly ListingDraftPicture[];
}

export class Application {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: APPLICATION_STATES })
  state!: ApplicationState;
  @ApiProperty()
  categoryId!: string;
  @ApiProperty()
  about!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  answers!: Readonly<Record<string, string>>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  evidence!: Readonly<Record<string, string>>;
  @ApiProperty({ nullable: true, type: () => ListingDraft })
  listing!: ListingDraft | null;
  @ApiProperty({ nullable: true, type: String })
  reasons!: string | null;
  @ApiProperty({ nullable: true, type: String })
  decidedAt!: string | null;
}

export class StudioListingEarnings {
  @ApiProperty({ type: () => Money })
  price!: Money;
  @ApiProperty({ type: () => Money })
  commission!: Money;
  @ApiProperty({ type: () => Money })
  afterCommission!: Money;
}

export class StudioListing {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: LISTING_STATES })
  state!: ListingState;
  @ApiProperty({ enum: REVISION_STATES, description: 'Of what was written last' })
  reviewState!: RevisionState;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Why what was written last was refused',
  })
  reasons!: string | null;
  @ApiProperty({ type: () => ListingDraft })
  draft!: ListingDraft;
  @ApiProperty({ nullable: true, type: () => ListingDraft })
  live!: ListingDraft | null;
  @ApiProperty({ nullable: true, type: () => StudioListingEarnings })
  earnings!: StudioListingEarnings | null;
}

export class WeeklyRule {
  @ApiProperty({ description: 'ISO weekday, 1 is Monday.', type: Number })
  weekday!: number;
  @ApiProperty()
  startsAt!: string;
  @ApiProperty()
  endsAt!: string;
}

export class Availability {
  @ApiProperty()
  timeZone!: string;
  @ApiProperty({ type: () => [WeeklyRule] })
  weekly!: readonly WeeklyRule[];
  @ApiProperty()
  noticeMinutes!: number;
  @ApiProperty()
  bufferMinutes!: number;
  @ApiProperty()
  stepMinutes!: number;
  @ApiProperty()
  horizonDays!: number;
}

export class Earning {
  @ApiProperty()
  sessionId!: string;
  @ApiProperty()
  endedAt!: string;
  @ApiProperty({ type: () => Money })
  gross!: Money;
  @ApiProperty({ type: () => Money })
  commission!: Money;
  @ApiProperty({ type: () => Money })
  commissionTax!: Money;
  @ApiProperty({ type: () => Money })
  payout!: Money;
  @ApiProperty()
  payoutDueAt!: string;
  @ApiProperty({ type: [String] })
  documentIds!: readonly string[];
}

export class EarningsTotals {
  @ApiProperty({ type: () => Money })
  gross!: Money;
  @ApiProperty({ type: () => Money })
  commission!: Money;
  @ApiProperty({ type: () => Money })
  payout!: Money;
}

export class Earnings {
  @ApiProperty({ type: () => [Earning] })
  items!: readonly Earning[];
  @ApiProperty({ type: () => [EarningsTotals] })
  totals!: readonly EarningsTotals[];
}
