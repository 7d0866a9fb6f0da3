import { ApiProperty } from '@nestjs/swagger';
import { Ring } from './help.view.js';
import { ExpertBrief, ListingCard, PRESENCE_STATES, type PresenceState } from './listing.view.js';
import { Money } from './money.view.js';

/* Shapes of the HTTP API; money travels as a decimal string of minor units, instants as RFC 3339 in UTC. */

export const BOOKING_STATES = [
  'held',
  'confirmed',
  'live',
  'completed',
  'expired',
  'cancelled',
  'no_show',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export class Slot {
  @ApiProperty()
  startsAt!: string;
  @ApiProperty()
  endsAt!: string;
  @ApiProperty({
    description:
      'Offset in force at the start, as the server\'s own zone table knows it: "+02:00".',
    type: String,
  })
  offset!: string;
  @ApiProperty({ description: 'Wall time in the asked zone, "14:30".', type: String })
  local!: string;
}

export class SlotDaysDays {
  @ApiProperty()
  date!: string;
  @ApiProperty({ type: () => [Slot] })
  slots!: readonly Slot[];
}

export class SlotDays {
  @ApiProperty()
  timeZone!: string;
  @ApiProperty({ type: () => [SlotDaysDays] })
  days!: readonly SlotDaysDays[];
}

export class BookingChargeDocument {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  number!: string;
}

/** What a late cancellation cost. */
export class BookingCharge {
  @ApiProperty({ type: () => Money })
  amount!: Money;
  @ApiProperty({ type: () => [BookingChargeDocument] })
  documents!: readonly BookingChargeDocument[];
}

export class Booking {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: BOOKING_STATES })
  state!: BookingState;
  @ApiProperty({ type: () => ListingCard })
  listing!: ListingCard;
  @ApiProperty({ type: () => ExpertBrief })
  expert!: ExpertBrief;
  @ApiProperty()
  learnerName!: string;
  @ApiProperty()
  startsAt!: string;
  @ApiProperty()
  endsAt!: string;
  @ApiProperty({ nullable: true, type: String })
  holdEndsAt!: string | null;
  @ApiProperty({ nullable: true, type: () => Money })
  price!: Money | null;
  @ApiProperty({ nullable: true, type: String })
  sessionId!: string | null;
  @ApiProperty()
  roomOpensAt!: string;
  @ApiProperty({ nullable: true, type: String })
  problem!: string | null;
  @ApiProperty({ enum: ['learner', 'expert'] })
  role!: 'learner' | 'expert';
  @ApiProperty({
    enum: ['learner', 'expert', 'platform'],
    nullable: true,
    type: String,
    description: 'who moved it last; platform: a law moved the clocks',
  })
  movedBy!: 'learner' | 'expert' | 'platform' | null;
  @ApiProperty({ nullable: true, type: () => BookingCharge })
  charged!: BookingCharge | null;
}

export class StudioTodayPresence {
  @ApiProperty()
  wantsFree!: boolean;
  @ApiProperty({ enum: PRESENCE_STATES })
  state!: PresenceState;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'until then rings by push keep the person free without an open page',
  })
  pushTrustedUntil!: string | null;
}

export class StudioToday {
  @ApiProperty({ type: () => StudioTodayPresence })
  presence!: StudioTodayPresence;
  @ApiProperty({ nullable: true, type: () => Ring })
  ring!: Ring | null;
  @ApiProperty({ type: () => [Booking] })
  nextBookings!: readonly Booking[];
  @ApiProperty({ type: () => [Money] })
  moneyOnItsWay!: readonly Money[];
}
