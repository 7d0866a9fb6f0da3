import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  type Faq,
  HELP_KINDS,
  type HelpKind,
  type ListingDraft,
  type ListingPrice,
  type Picture,
  PRICE_MODELS,
  type PriceModel,
  RECORDING_POLICIES,
  type RecordingPolicy,
} from '../../modules/catalog/index.js';
import { TaxPosition } from './tax-position.js';

export class ListingPriceRequest implements ListingPrice {
  @ApiProperty({ enum: PRICE_MODELS }) @IsIn(PRICE_MODELS) model!: PriceModel;
  @ApiProperty({ nullable: true, type: String, description: 'Minor units; null when free' })
  @IsOptional()
  @Matches(/^\d{1,12}$/)
  amountMinor!: string | null;
  @ApiProperty() @Matches(/^[A-Z]{3}$/) currency!: string;
  @ApiProperty({ nullable: true, type: Number }) @IsOptional() @IsInt() sessionMinutes!:
    number | null;
  @ApiProperty() @IsInt() freeMinutes!: number;
}

export class FaqRequest implements Faq {
  @ApiProperty() @IsString() @MaxLength(1_000) question!: string;
  @ApiProperty() @IsString() @MaxLength(10_000) answer!: string;
}

export class PictureRequest implements Picture {
  @ApiProperty() @IsUUID() fileId!: string;
  @ApiProperty() @IsString() @MaxLength(1_000) alt!: string;
}

const LIST_LENGTH_MAX = 50;

/** Lengths are checked with the other rules of an offer, so that all problems come back at once. */
export class ListingDraftRequest implements ListingDraft {
  @ApiProperty({ description: 'Empty in a draft that has none yet' })
  @Matches(/^([0-9a-f-]{36})?$/)
  categoryId!: string;
  @ApiProperty() @IsString() @MaxLength(500) title!: string;
  @ApiProperty() @IsString() @MaxLength(1_000) summary!: string;
  @ApiProperty() @IsString() @MaxLength(20_000) description!: string;
  @ApiProperty({ enum: HELP_KINDS }) @IsIn(HELP_KINDS) kindOfHelp!: HelpKind;
  @ApiProperty({ type: [String] }) @IsArray() @IsString({ each: true }) languages!: string[];
  @ApiProperty({ type: () => ListingPriceRequest })
  @IsDefined()
  @ValidateNested()
  @Type(() => ListingPriceRequest)
  price!: ListingPriceRequest;
  @ApiProperty() @IsBoolean() instant!: boolean;
  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  taxCategory?: string | null;
  @ApiProperty({ required: false, enum: RECORDING_POLICIES })
  @IsOptional()
  @IsIn(RECORDING_POLICIES)
  recording?: RecordingPolicy;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(10_000) needs?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(10_000) gets?: string;
  @ApiProperty({ required: false, type: () => [FaqRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIST_LENGTH_MAX)
  @ValidateNested({ each: true })
  @Type(() => FaqRequest)
  faqs?: FaqRequest[];
  @ApiProperty({ required: false, type: () => [PictureRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIST_LENGTH_MAX)
  @ValidateNested({ each: true })
  @Type(() => PictureRequest)
  pictures?: PictureRequest[];
}

export class ApplicationRequest {
  @ApiProperty() @IsUUID() categoryId!: string;
  @ApiProperty() @IsString() @MaxLength(10_000) about!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  answers!: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  evidenceFileIds!: Record<string, string>;
  @ApiProperty({ type: () => ListingDraftRequest })
  @IsDefined()
  @ValidateNested()
  @Type(() => ListingDraftRequest)
  listing!: ListingDraftRequest;
  @ApiProperty({ type: () => TaxPosition, required: false, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => TaxPosition)
  taxPosition?: TaxPosition | null;
}
