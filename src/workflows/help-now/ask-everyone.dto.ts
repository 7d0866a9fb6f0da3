import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Money } from '../../pages/api/views/money.view.js';
import { CardRequest } from '../card.dto.js';
import { CEILINGS } from './help-now.dto.js';

/** The most that somebody would pay. */
export class MaximumRequest {
  @ApiProperty({ description: 'Minor units, more than nothing' })
  @Matches(/^[1-9]\d{0,7}$/)
  amountMinor!: string;
  @ApiProperty() @Matches(/^[A-Z]{3}$/) currency!: string;
}

export class OpenQuestionRequest {
  @ApiProperty({ description: 'What is wrong, in a line or two' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  problem!: string;
  @ApiProperty({ required: false, type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string | null;
  @ApiProperty() @Matches(/^[a-z]{2}(-[A-Z]{2})?$/) language!: string;
  @ApiProperty({ enum: CEILINGS }) @IsIn(CEILINGS) ceilingMinutes!: number;
  @ApiProperty({
    type: () => MaximumRequest,
    nullable: true,
    description: 'What whoever comes may cost at most; null for free help only',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MaximumRequest)
  maximum!: MaximumRequest | null;
}

export class AskEveryoneRequest extends OpenQuestionRequest {
  @ApiProperty({ required: false, type: String, nullable: true })
  @IsOptional()
  @IsUUID()
  photoFileId?: string | null;
  @ApiProperty({ type: () => CardRequest, nullable: true, description: 'null for free help only' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CardRequest)
  payment!: CardRequest | null;
}

export class EveryonePreview {
  @ApiProperty({ description: 'How many would be asked at once' }) expertCount!: number;
  @ApiProperty({
    nullable: true,
    type: () => Money,
    description: 'What would be held: what the dearest of them could cost; null where all are free',
  })
  hold!: Money | null;
}
