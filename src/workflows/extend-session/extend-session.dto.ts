import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, ValidateNested } from 'class-validator';
import { EXTENSION_MINUTES, type ExtensionMinutes } from '../../modules/sessions/index.js';
import { Money } from '../../pages/api/views/money.view.js';
import { QuoteTax } from '../../pages/api/views/help.view.js';
import { CardRequest } from '../card.dto.js';

export class ProposeTimeRequest {
  @ApiProperty({ enum: EXTENSION_MINUTES }) @IsIn(EXTENSION_MINUTES) minutes!: ExtensionMinutes;
}

export class PayTimeRequest {
  @ApiProperty({ type: () => CardRequest })
  @ValidateNested()
  @Type(() => CardRequest)
  payment!: CardRequest;
}

/** So many more minutes, as one of the two reads it: the learner what is held, the expert what it earns. */
export class TimeOption {
  @ApiProperty() minutes!: number;
  @ApiProperty({
    nullable: true,
    type: () => Money,
    description: 'For the learner; null when free',
  })
  added!: Money | null;
  @ApiProperty() taxIncluded!: boolean;
  @ApiProperty({ nullable: true, type: () => QuoteTax }) tax!: QuoteTax | null;
  @ApiProperty({ nullable: true, type: () => Money, description: 'For the expert' })
  earnings!: Money | null;
}

const STATES = ['proposed', 'agreed', 'granted', 'declined', 'refused', 'lapsed'] as const;

export class TimeProposal extends TimeOption {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  @ApiProperty() isMine!: boolean;
  @ApiProperty({ description: 'The bank asks the learner just now' }) bankAsks!: boolean;
  @ApiProperty({ nullable: true, type: String }) failure!: string | null;
  @ApiProperty() dueAt!: string;
}

export class MoreTime {
  @ApiProperty({ type: () => [TimeOption] }) options!: TimeOption[];
  @ApiProperty({ nullable: true, type: String, description: 'Why there are no options' })
  reason!: string | null;
  @ApiProperty({ nullable: true, type: () => TimeProposal }) proposal!: TimeProposal | null;
}
