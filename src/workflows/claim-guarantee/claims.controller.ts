import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  BillingFacade,
  CLAIM_REASONS,
  type ClaimReason,
  type ClaimView,
} from '../../modules/billing/index.js';
import { CurrentPerson } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';
import { Claim } from '../../pages/api/views/session.view.js';
import { toMoneyJson } from '../../shared/money.js';
import { ClaimGuarantee } from './claim-guarantee.js';

export class ClaimRequest {
  @ApiProperty() @IsUUID() sessionId!: string;
  @ApiProperty({ enum: CLAIM_REASONS }) @IsIn(CLAIM_REASONS) reason!: ClaimReason;
  @ApiProperty() @IsString() @MaxLength(2_000) text!: string;
}

@ApiTags('billing')
@Controller('api/v1/claims')
export class ClaimsController {
  constructor(
    private readonly guarantee: ClaimGuarantee,
    private readonly billing: BillingFacade,
  ) {}

  /** Within 72 hours of the session; clear cases are answered at once. */
  @Post()
  @ApiCreatedResponse({ type: Claim })
  async open(
    @CurrentPerson() person: Principal,
    @Body() { sessionId, reason, text }: ClaimRequest,
  ): Promise<Claim> {
    return this.present(await this.guarantee.open(person.accountId, sessionId, reason, text));
  }

  /** The expert refunds wholly, in one click. */
  @Post(':id/refund')
  @HttpCode(200)
  @ApiOkResponse({ type: Claim })
  async refund(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Claim> {
    return this.present(await this.guarantee.refundByExpert(id, person.accountId));
  }

  private async present(claim: ClaimView): Promise<Claim> {
    const sale = claim.state === 'granted' ? await this.billing.sale(claim.sessionId) : null;
    return {
      id: claim.id,
      state: claim.state,
      outcome: claim.state === 'granted' ? 'reversal' : null,
      refund: sale ? toMoneyJson(sale.charged) : null,
    };
  }
}
