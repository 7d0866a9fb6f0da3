import { ApiProperty } from '@nestjs/swagger';
import { ExpertBrief, PriceView } from './listing.view.js';
import { Money } from './money.view.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export const SESSION_STATES = ['waiting', 'live', 'interrupted', 'ended', 'settled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export class MeterView {
  @ApiProperty()
  running!: boolean;
  @ApiProperty()
  billedSeconds!: number;
  @ApiProperty({ nullable: true, type: () => Money })
  cost!: Money | null;
  @ApiProperty()
  asOf!: string;
}

export class SessionView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: SESSION_STATES })
  state!: SessionState;
  @ApiProperty({ enum: ['learner', 'expert'] })
  role!: 'learner' | 'expert';
  @ApiProperty({ type: () => ExpertBrief })
  other!: ExpertBrief;
  @ApiProperty()
  listingTitle!: string;
  @ApiProperty({ nullable: true, type: String })
  problem!: string | null;
  @ApiProperty()
  ceilingMinutes!: number;
  @ApiProperty({ type: () => PriceView })
  price!: PriceView;
  @ApiProperty({ type: () => MeterView })
  meter!: MeterView;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Why the meter stands: `learner_door`, `expert_rest`, `bank` ...',
  })
  pausedFor!: string | null;
  @ApiProperty()
  learnerPresent!: boolean;
  @ApiProperty()
  expertPresent!: boolean;
  @ApiProperty({ nullable: true, type: String })
  graceEndsAt!: string | null;
  @ApiProperty({ nullable: true, type: String })
  goodbyeEndsAt!: string | null;
  @ApiProperty({ nullable: true, type: String })
  endedReason!: string | null;
}

export class Seat {
  @ApiProperty()
  participantId!: string;
  @ApiProperty({ description: "Hex key that signs this seat's heartbeats.", type: String })
  key!: string;
}

export class JoinedSession {
  @ApiProperty({ type: () => Seat })
  seat!: Seat;
  @ApiProperty({ type: 'object', additionalProperties: true })
  ticket!: Readonly<Record<string, unknown>>;
}

export class SentFile {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  fileName!: string;
  @ApiProperty()
  contentType!: string;
  @ApiProperty()
  sizeBytes!: number;
}

export class ChatMessage {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  clientId!: string;
  @ApiProperty()
  from!: string;
  @ApiProperty()
  text!: string;
  @ApiProperty({ type: () => [SentFile] })
  files!: readonly SentFile[];
  @ApiProperty()
  sentAt!: string;
}

export class Stroke {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  clientId!: string;
  @ApiProperty()
  drawnBy!: string;
  @ApiProperty({
    description: 'x and y in turn, in ten-thousandths of the width and height of the picture.',
    type: [Number],
  })
  points!: readonly number[];
}

export class Still {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  fileId!: string;
  @ApiProperty()
  frozenBy!: string;
  @ApiProperty()
  width!: number;
  @ApiProperty()
  height!: number;
  @ApiProperty()
  frozenAt!: string;
  @ApiProperty()
  isOpen!: boolean;
  @ApiProperty({ type: () => [Stroke] })
  strokes!: readonly Stroke[];
}

export class MeterEntry {
  @ApiProperty()
  seq!: number;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty({ nullable: true, type: String })
  reason!: string | null;
  @ApiProperty()
  hash!: string;
}

export const DOCUMENT_KINDS = [
  'invoice',
  'credit_note',
  'commission_invoice',
  'commission_credit_note',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export class DocumentLink {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind!: DocumentKind;
  @ApiProperty()
  number!: string;
  @ApiProperty()
  url!: string;
  @ApiProperty()
  ready!: boolean;
}

export class Claim {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  state!: string;
  @ApiProperty({ nullable: true, type: String })
  outcome!: string | null;
  @ApiProperty({ nullable: true, type: () => Money })
  refund!: Money | null;
}

export class ReceiptSession extends SessionView {
  @ApiProperty({ nullable: true, type: String, required: false })
  startedAt?: string | null;
  @ApiProperty({ nullable: true, type: String, required: false })
  endedAt?: string | null;
}

export class ReceiptTax {
  @ApiProperty({ type: () => Money })
  net!: Money;
  @ApiProperty({ type: () => Money })
  tax!: Money;
  @ApiProperty({ type: () => Money })
  gross!: Money;
  @ApiProperty()
  ratePercent!: string;
  @ApiProperty()
  label!: string;
  @ApiProperty({ type: [String] })
  explanation!: readonly string[];
}

export class ReceiptMeter {
  @ApiProperty({ type: () => [MeterEntry] })
  entries!: readonly MeterEntry[];
  @ApiProperty()
  billedSeconds!: number;
  @ApiProperty({ type: String, required: false })
  salt?: string;
  @ApiProperty()
  head!: string;
}

export class ReceiptGuarantee {
  @ApiProperty({ nullable: true, type: String })
  claimableUntil!: string | null;
  @ApiProperty({ nullable: true, type: () => Claim })
  claim!: Claim | null;
}

export class ReceiptReview {
  @ApiProperty()
  stars!: number;
  @ApiProperty()
  text!: string;
}

export class Receipt {
  @ApiProperty({ type: () => ReceiptSession })
  session!: ReceiptSession;
  @ApiProperty({ type: () => Money })
  charged!: Money;
  @ApiProperty({ nullable: true, type: () => Money })
  held!: Money | null;
  @ApiProperty({ nullable: true, type: () => Money })
  released!: Money | null;
  @ApiProperty({ nullable: true, type: () => ReceiptTax })
  tax!: ReceiptTax | null;
  @ApiProperty({ type: () => ReceiptMeter })
  meter!: ReceiptMeter;
  @ApiProperty({ type: () => [DocumentLink] })
  documents!: readonly DocumentLink[];
  @ApiProperty({ type: () => ReceiptGuarantee })
  guarantee!: ReceiptGuarantee;
  @ApiProperty({ nullable: true, type: () => ReceiptReview })
  review!: ReceiptReview | null;
}

export class ReceiptBrief {
  @ApiProperty()
  sessionId!: string;
  @ApiProperty()
  endedAt!: string;
  @ApiProperty()
  listingTitle!: string;
  @ApiProperty({ type: () => ExpertBrief })
  other!: ExpertBrief;
  @ApiProperty({ type: () => Money })
  charged!: Money;
}
