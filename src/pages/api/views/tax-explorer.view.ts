import { ApiProperty } from '@nestjs/swagger';
import { Money } from './money.view.js';
import { ServedCountry } from './person.view.js';

export class TaxChoice {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

/** What the explorer was asked, with what was left out filled in. */
export class TaxQuestion {
  @ApiProperty() seller!: string;
  @ApiProperty() sellerRegion!: string;
  @ApiProperty() isRegistered!: boolean;
  @ApiProperty() buyer!: string;
  @ApiProperty() buyerRegion!: string;
  @ApiProperty() isBusiness!: boolean;
  @ApiProperty() taxId!: string;
  @ApiProperty() category!: string;
  @ApiProperty({ description: 'All taxes included' }) price!: Money;
}

export class TaxSplit {
  @ApiProperty() gross!: Money;
  @ApiProperty() net!: Money;
  @ApiProperty() tax!: Money;
  @ApiProperty({ description: 'What people call the tax' }) taxLabel!: string;
  @ApiProperty() ratePercent!: string;
  @ApiProperty() commission!: Money;
  @ApiProperty() commissionTax!: Money;
  @ApiProperty({ description: 'Tax of the sale that the platform pays to the state' })
  taxOwedByPlatform!: Money;
  @ApiProperty({ description: 'Tax of the sale that the expert owes is in it' })
  payout!: Money;
}

export class TaxSource {
  @ApiProperty() law!: string;
  @ApiProperty({ nullable: true, type: String }) url!: string | null;
  @ApiProperty({ description: 'ISO day' }) readOn!: string;
  @ApiProperty() jurisdiction!: string;
  @ApiProperty({ nullable: true, type: String }) confidence!: string | null;
}

/** Either a split with its reasons, or one sentence why such a sale cannot be made here. */
export class TaxAnswer {
  @ApiProperty({ nullable: true, type: () => TaxSplit }) split!: TaxSplit | null;
  @ApiProperty({ nullable: true, type: String }) refusal!: string | null;
  @ApiProperty({ type: [String] }) reasons!: readonly string[];
  @ApiProperty({ type: () => [TaxSource] }) sources!: readonly TaxSource[];
}

export class TaxExplorerPage {
  @ApiProperty({ type: () => [ServedCountry] }) countries!: readonly ServedCountry[];
  @ApiProperty({ type: () => [TaxChoice] }) categories!: readonly TaxChoice[];
  @ApiProperty() question!: TaxQuestion;
  @ApiProperty({ nullable: true, type: () => TaxAnswer, description: 'null where nothing is sold' })
  answer!: TaxAnswer | null;
}
