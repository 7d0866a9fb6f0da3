import { ApiProperty } from '@nestjs/swagger';
import { Money } from './money.view.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export const PRICE_MODELS = ['free', 'per_session', 'per_minute'] as const;
export type PriceModel = (typeof PRICE_MODELS)[number];

export const PRESENCE_STATES = ['free_now', 'busy', 'away'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

export const KIND_OF_HELPS = ['lesson', 'advice', 'repair', 'training', 'company'] as const;
export type KindOfHelp = (typeof KIND_OF_HELPS)[number];

export const RECORDING_POLICIES = ['if_both_agree', 'never'] as const;

export class PriceViewTypical {
  @ApiProperty()
  minutes!: number;
  @ApiProperty({ type: () => Money })
  amount!: Money;
}

export class PriceView {
  @ApiProperty({ enum: PRICE_MODELS })
  model!: PriceModel;
  @ApiProperty({ nullable: true, type: () => Money })
  amount!: Money | null;
  @ApiProperty()
  taxIncluded!: boolean;
  @ApiProperty({ nullable: true, type: Number })
  sessionMinutes!: number | null;
  @ApiProperty()
  freeMinutes!: number;
  @ApiProperty({ nullable: true, type: () => PriceViewTypical })
  typical!: PriceViewTypical | null;
}

export class AvailabilityView {
  @ApiProperty({ enum: PRESENCE_STATES })
  state!: PresenceState;
  @ApiProperty({
    description: 'Measured seconds until an answer, known from ten rings on.',
    nullable: true,
    type: Number,
  })
  oddsSeconds!: number | null;
  @ApiProperty()
  isNew!: boolean;
  @ApiProperty({ nullable: true, type: String })
  nextSlotStartsAt!: string | null;
}

export class ExpertBrief {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  displayName!: string;
  @ApiProperty()
  avatarUrl!: string;
  @ApiProperty({ type: [String] })
  languages!: readonly string[];
  @ApiProperty()
  country!: string;
  @ApiProperty()
  isDemo!: boolean;
}

export class Rating {
  @ApiProperty()
  average!: number;
  @ApiProperty()
  count!: number;
}

export class Sellable {
  @ApiProperty()
  ok!: boolean;
  @ApiProperty({ nullable: true, type: String })
  reason!: string | null;
}

export class ListingCardCategory {
  @ApiProperty()
  slug!: string;
  @ApiProperty()
  name!: string;
}

export class ListingCard {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  summary!: string;
  @ApiProperty()
  language!: string;
  @ApiProperty({ type: [String] })
  languages!: readonly string[];
  @ApiProperty({ type: () => ListingCardCategory })
  category!: ListingCardCategory;
  @ApiProperty({ type: () => ExpertBrief })
  expert!: ExpertBrief;
  @ApiProperty({ type: () => PriceView })
  price!: PriceView;
  @ApiProperty({ nullable: true, type: () => Rating })
  rating!: Rating | null;
  @ApiProperty({ type: () => AvailabilityView })
  availability!: AvailabilityView;
  @ApiProperty({ type: () => Sellable })
  sellable!: Sellable;
}

export class Review {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  stars!: number;
  @ApiProperty()
  text!: string;
  @ApiProperty()
  authorName!: string;
  @ApiProperty()
  createdAt!: string;
}

export class ListingPageCancellationPolicy {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  text!: string;
}

export class ListingFaq {
  @ApiProperty()
  question!: string;
  @ApiProperty({ description: 'In a page HTML made safe by the server, in a draft the text.' })
  answer!: string;
}

export class ListingPicture {
  @ApiProperty()
  url!: string;
  @ApiProperty()
  alt!: string;
}

export class ListingPage extends ListingCard {
  @ApiProperty({ type: () => [ListingPicture] })
  pictures!: readonly ListingPicture[];
  @ApiProperty({ description: 'What the learner should have at hand; empty when nothing.' })
  needs!: string;
  @ApiProperty({ description: 'What the learner takes away; empty when it is not said.' })
  gets!: string;
  @ApiProperty({ type: () => [ListingFaq] })
  faqs!: readonly ListingFaq[];
  @ApiProperty({ enum: RECORDING_POLICIES })
  recording!: (typeof RECORDING_POLICIES)[number];
  @ApiProperty({ description: 'HTML made safe by the server.', type: String })
  description!: string;
  @ApiProperty({ enum: KIND_OF_HELPS })
  kindOfHelp!: KindOfHelp;
  @ApiProperty({ type: () => ListingPageCancellationPolicy })
  cancellationPolicy!: ListingPageCancellationPolicy;
  @ApiProperty()
  guaranteeHours!: number;
  @ApiProperty({ type: () => [Review] })
  reviews!: readonly Review[];
  @ApiProperty()
  commissionNote!: string;
}

export class ExpertPageExpert extends ExpertBrief {
  @ApiProperty()
  about!: string;
  @ApiProperty()
  memberSince!: string;
}

export class ExpertPage {
  @ApiProperty({ type: () => ExpertPageExpert })
  expert!: ExpertPageExpert;
  @ApiProperty({ type: () => [ListingCard] })
  listings!: readonly ListingCard[];
  @ApiProperty({ type: () => [Review] })
  reviews!: readonly Review[];
  @ApiProperty({ nullable: true, type: () => Rating })
  rating!: Rating | null;
}

export class Category {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  slug!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  icon!: string;
  @ApiProperty({ nullable: true, type: String })
  parentSlug!: string | null;
  @ApiProperty()
  listingCount!: number;
  @ApiProperty()
  freeNowCount!: number;
}

export class HomePageStats {
  @ApiProperty()
  expertsFreeNow!: number;
}

export class HomePage {
  @ApiProperty({ type: () => [Category] })
  categories!: readonly Category[];
  @ApiProperty({ type: () => [ListingCard] })
  freeNow!: readonly ListingCard[];
  @ApiProperty({ type: () => HomePageStats })
  stats!: HomePageStats;
}
