import { ApiProperty } from '@nestjs/swagger';
import { ListingCard } from './listing.view.js';

export const PLACE_STATES = ['waiting', 'called', 'served', 'left', 'lost'] as const;

export class WaitingEstimate {
  @ApiProperty() minutes!: number;
  @ApiProperty({
    description: 'the ceiling of the running call, rather than what calls usually take',
  })
  isAtMost!: boolean;
}

export class WaitingPlace {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: PLACE_STATES }) state!: (typeof PLACE_STATES)[number];
  @ApiProperty({ type: () => ListingCard }) listing!: ListingCard;
  @ApiProperty({ nullable: true, type: Number, description: 'from 1' }) place!: number | null;
  @ApiProperty({
    nullable: true,
    type: () => WaitingEstimate,
    description: 'null where it would be a guess',
  })
  estimate!: WaitingEstimate | null;
  @ApiProperty() joinedAt!: string;
  @ApiProperty({ nullable: true, type: String, description: 'until when it is the learner’s turn' })
  turnEndsAt!: string | null;
}

export class WaitingPlaces {
  @ApiProperty({ type: () => [WaitingPlace] }) items!: readonly WaitingPlace[];
}
