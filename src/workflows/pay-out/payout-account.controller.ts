import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  type AccountOwner,
  BillingFacade,
  PayoutAccountResponse,
} from '../../modules/billing/index.js';
import { AppConfig } from '../../platform/config/config.js';
import { CurrentPerson, Roles } from '../../platform/http/decorators.js';
import type { Principal } from '../../platform/http/principal.js';

export class ConfirmedRequest {
  @ApiProperty({ description: 'Asked again: a browser that was left open must not move money' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password!: string;
}

export class PayoutDestinationRequest extends ConfirmedRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(60) accountNumber!: string;
}

export class PayoutOnboarding {
  @ApiProperty({ type: String, nullable: true, description: "The provider's own page" })
  url!: string | null;
}

const EARNINGS_PATH = '/studio/earnings';

/** Where an expert's money goes. Every change asks for the password again. */
@ApiTags('billing')
@Roles('expert')
@Controller('api/v1/studio/payout-account')
export class PayoutAccountController {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: PayoutAccountResponse })
  async setDestination(
    @CurrentPerson() { accountId }: Principal,
    @Body() { accountNumber, password }: PayoutDestinationRequest,
  ): Promise<PayoutAccountResponse> {
    const owner = await this.confirmed(accountId, password);
    return PayoutAccountResponse.of(await this.billing.setPayoutDestination(owner, accountNumber));
  }

  /** Begins, or goes on, on the page of a provider that asks itself. */
  @Post('onboarding')
  @HttpCode(200)
  @ApiOkResponse({ type: PayoutOnboarding })
  async onboard(
    @CurrentPerson() { accountId }: Principal,
    @Body() { password }: ConfirmedRequest,
  ): Promise<PayoutOnboarding> {
    const owner = await this.confirmed(accountId, password);
    const returnUrl = `${this.config.http.publicUrl}${EARNINGS_PATH}?payouts=back`;
    return { url: await this.billing.payoutOnboardingUrl(owner, returnUrl) };
  }

  /** After the way back from the provider's page: how the account stands there now. */
  @Post('refresh')
  @HttpCode(200)
  @ApiOkResponse({ type: PayoutAccountResponse })
  async refresh(@CurrentPerson() { accountId }: Principal): Promise<PayoutAccountResponse> {
    const { email } = await this.accounts.person(accountId);
    return PayoutAccountResponse.of(await this.billing.refreshPayoutAccount(accountId, email));
  }

  private async confirmed(accountId: string, password: string): Promise<AccountOwner> {
    const { email, country } = await this.accounts.confirmPassword(accountId, password);
    const { facts } = await this.billing.sellerProfile(accountId);
    return { expertId: accountId, email, country: facts.country ?? country };
  }
}
