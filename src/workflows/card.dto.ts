import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, ValidateIf } from 'class-validator';
import type { PaymentCard } from '../modules/billing/index.js';

const isTyped = ({ method }: CardRequest): boolean => method === 'card';
const isToken = ({ method }: CardRequest): boolean => method === 'token';

/**
 * What is paid with: a card as the learner types it into our own form, or the token that the payment
 * provider's form made of it. Passed on to the provider and never kept.
 */
export class CardRequest {
  @ApiProperty({ enum: ['card', 'token'] }) @IsIn(['card', 'token']) method!: 'card' | 'token';
  @ApiProperty({ required: false, description: 'Of a card' })
  @ValidateIf(isTyped)
  @IsString()
  @Matches(/^[\d ]{12,23}$/)
  number?: string;
  @ApiProperty({ required: false, description: 'Of a card, MM/YY' })
  @ValidateIf(isTyped)
  @IsString()
  @Matches(/^\d{2}\s?\/\s?\d{2}$/)
  expiry?: string;
  @ApiProperty({ required: false, description: 'Of a card' })
  @ValidateIf(isTyped)
  @IsString()
  @Matches(/^\d{3,4}$/)
  cvc?: string;
  @ApiProperty({ required: false, description: "Of a token, as the provider's form gave it" })
  @ValidateIf(isToken)
  @IsString()
  @Matches(/^\w{3,100}$/)
  token?: string;

  /** @returns null where nothing is paid */
  static cardOf(request: CardRequest | null): PaymentCard | null {
    if (!request) return null;
    const { method, token = '', number = '', expiry = '', cvc = '' } = request;
    return method === 'token' ? { token } : { number, expiry, cvc };
  }
}

/** What the provider's form needs to ask the bank; null where our own page asks. */
export class ChallengeSecret {
  @ApiProperty({ nullable: true, type: String }) secret!: string | null;
}
