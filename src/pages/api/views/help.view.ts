import { ApiProperty } from '@nestjs/swagger';
import {
  ExpertBrief,
  ListingCard,
  PRICE_MODELS,
  Sellable,
  type PriceModel,
} from './listing.view.js';
import { AUDIENCES, type Audience } from '../../../modules/scheduling/index.js';
import { Money } from './money.view.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export const HELP_REQUEST_STATES = [
  'authorising',
  'authentication_needed',
  'ringing',
  'accepted',
  'unanswered',
  'withdrawn',
  'declined_card',
] as const;
export type HelpRequestState = (typeof HELP_REQUEST_STATES)[number];

export class QuoteTax {
  @ApiProperty()
  ratePercent!: string;
  @ApiProperty({ type: () => Money })
  amount!: Money;
  @ApiProperty()
  label!: string;
}

export class Quote {
  @ApiProperty()
  listingId!: string;
  @ApiProperty({ enum: PRICE_MODELS })
  model!: PriceModel;
  @ApiProperty({ nullable: true, type: () => Money })
  unit!: Money | null;
  @ApiProperty()
  ceilingMinutes!: number;
  @ApiProperty({ type: () => Money })
  ceiling!: Money;
  @ApiProperty()
  taxIncluded!: boolean;
  @ApiProperty({ nullable: true, type: () => QuoteTax })
  tax!: QuoteTax | null;
  @ApiProperty()
  freeMinutes!: number;
  @ApiProperty()
  refundRule!: string;
  @ApiProperty({ type: () => Sellable })
  sellable!: Sellable;
}

export class HelpRequestRing {
  @ApiProperty({ type: () => ExpertBrief })
  expert!: ExpertBrief;
  @ApiProperty()
  startedAt!: string;
  @ApiProperty()
  endsAt!: string;
}

export class HelpRequest {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: HELP_REQUEST_STATES })
  state!: HelpRequestState;
  @ApiProperty({
    type: () => ListingCard,
    nullable: true,
    description: 'null while everyone is asked: whoever accepts comes with an offer of their own',
  })
  listing!: ListingCard | null;
  @ApiProperty({ enum: AUDIENCES, description: 'one expert with others in reserve, or everyone' })
  audience!: Audience;
  @ApiProperty()
  problem!: string;
  @ApiProperty({
    type: () => [HelpRequestRing],
    description: 'who is being rung; the one who accepted, once somebody has',
  })
  rings!: readonly HelpRequestRing[];
  @ApiProperty()
  triedExperts!: number;
  @ApiProperty({ type: () => Money })
  ceiling!: Money;
  @ApiProperty({ nullable: true, type: () => Money })
  hold!: Money | null;
  @ApiProperty({ nullable: true, type: String })
  sessionId!: string | null;
  @ApiProperty({ nullable: true, type: String })
  failure!: string | null;
  @ApiProperty({ nullable: true, type: String })
  authenticationUrl!: string | null;
}

export class Ring {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  helpRequestId!: string;
  @ApiProperty()
  problem!: string;
  @ApiProperty({ nullable: true, type: String })
  photoUrl!: string | null;
  @ApiProperty()
  language!: string;
  @ApiProperty()
  ceilingMinutes!: number;
  @ApiProperty({ nullable: true, type: () => Money })
  netEarnings!: Money | null;
  @ApiProperty()
  learnerName!: string;
  @ApiProperty()
  endsAt!: string;
}
