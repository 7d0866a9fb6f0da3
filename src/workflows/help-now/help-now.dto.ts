import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CardRequest } from '../card.dto.js';

export const CEILINGS = [15, 30, 60] as const;

export class QuoteRequest {
  @ApiProperty() @IsUUID() listingId!: string;
  @ApiProperty({ required: false, description: 'Ceiling by the minute' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(180)
  ceilingMinutes?: number;
  @ApiProperty({ required: false, description: 'Length of a booked session' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(180)
  minutes?: number;
}

export class AskForHelpRequest {
  @ApiProperty() @IsUUID() listingId!: string;
  @ApiProperty({ description: 'What is wrong, in a line or two' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  problem!: string;
  @ApiProperty({ required: false, type: String, nullable: true })
  @IsOptional()
  @IsUUID()
  photoFileId?: string | null;
  @ApiProperty({ enum: CEILINGS }) @IsIn(CEILINGS) ceilingMinutes!: number;
  @ApiProperty() @Matches(/^[a-z]{2}(-[A-Z]{2})?$/) language!: string;
  @ApiProperty({
    required: false,
    enum: ['one', 'few'],
    default: 'one',
    description: 'Experts are rung one after the other, or the best few at the same time',
  })
  @IsOptional()
  @IsIn(['one', 'few'])
  atOnce?: 'one' | 'few';
  @ApiProperty({ type: () => CardRequest, nullable: true, description: 'null for free help' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CardRequest)
  payment!: CardRequest | null;
}

export class ChallengeRequest {
  @ApiProperty({ enum: ['approved', 'failed'] }) @IsIn(['approved', 'failed']) outcome!:
    'approved' | 'failed';
}

export class AcceptedResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null for the moment in which the room is being opened',
  })
  sessionId!: string | null;
}

const TOKEN_LENGTH_MAX = 400;

/** An answer given on a notification. */
export class RingAnswerRequest {
  @ApiProperty({ description: 'From the notification: who answers which ring, until when' })
  @IsString()
  @MaxLength(TOKEN_LENGTH_MAX)
  token!: string;
  @ApiProperty({ enum: ['accept', 'decline'] }) @IsIn(['accept', 'decline']) answer!:
    'accept' | 'decline';
}

export class PushCheckAnswer {
  @ApiProperty() @IsString() @MaxLength(TOKEN_LENGTH_MAX) token!: string;
}
