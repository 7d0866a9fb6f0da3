import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsOptional,
  IsISO8601,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CardRequest } from '../card.dto.js';

export class HoldRequest {
  @ApiProperty() @IsUUID() listingId!: string;
  @ApiProperty({ description: 'RFC 3339, one of the open slots' })
  @IsISO8601({ strict: true })
  startsAt!: string;
  @ApiProperty({ required: false, type: String })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  problem?: string;
}

export class ConfirmRequest {
  @ApiProperty({ type: () => CardRequest, nullable: true, description: 'null for free help' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CardRequest)
  payment!: CardRequest | null;
}
