import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type Scheme, SCHEMES, SELLER_KINDS, type SellerKind } from '../../modules/tax/index.js';

/** What an expert declares about their own taxes; the country is that of the account. */
export class TaxPosition {
  @ApiProperty({ description: 'Name on invoices' }) @IsString() @MaxLength(120) legalName!: string;
  @ApiProperty() @IsString() @MaxLength(400) address!: string;
  @ApiProperty({ enum: SELLER_KINDS }) @IsIn(SELLER_KINDS) kind!: SellerKind;
  @ApiProperty() @IsBoolean() taxRegistered!: boolean;
  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @Matches(/^[A-Z0-9 .-]{4,20}$/)
  taxId?: string | null;
  @ApiProperty({ required: false, nullable: true, enum: SCHEMES })
  @IsOptional()
  @IsIn(SCHEMES)
  scheme?: Scheme | null;
  @ApiProperty({ description: 'Registered for the one-stop shop of the own union' })
  @IsBoolean()
  ossUnion!: boolean;
}
