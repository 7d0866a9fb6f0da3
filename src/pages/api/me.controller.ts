import '@fastify/cookie';
import { Body, Controller, Get, HttpCode, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../../modules/accounts/index.js';
import { TaxFacade } from '../../modules/tax/index.js';
import { AppConfig } from '../../platform/config/config.js';
import type { PaymentsConfig } from '../../platform/config/payments-config.js';
import { Public } from '../../platform/http/decorators.js';
import { LANGUAGES } from '../../platform/i18n/languages.js';
import { Askers, COUNTRY_COOKIE, LANGUAGE_COOKIE } from './reads/asker.js';
import { emergencyNumberOf } from './reads/emergency-numbers.js';
import { MeView, type PaymentForm } from './views/person.view.js';

const YEAR_SECONDS = 365 * 24 * 3600;

export class DisplayRequest {
  @ApiProperty({ required: false }) @IsOptional() @Matches(/^[A-Z]{2}$/) country?: string;
  @ApiProperty({ required: false, enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;
}

/** Who I am here, and how prices and pages are shown to me. */
@ApiTags('accounts')
@Public()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly askers: Askers,
    private readonly tax: TaxFacade,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @ApiOkResponse({ type: MeView })
  async me(@Req() request: FastifyRequest): Promise<MeView> {
    const { person, country, language } = await this.askers.of(request);
    const served = await this.tax.servedCountries();
    return {
      person: person ? Me.of(person) : null,
      display: {
        country,
        language,
        currencyHint: served.find((entry) => entry.code === country)?.currency ?? 'EUR',
        emergencyNumber: emergencyNumberOf(country),
      },
      servedCountries: served.map(({ code, name, displayInclusive }) => ({
        code,
        name: name[language] ?? name['en'] ?? code,
        displayInclusive,
      })),
      payment: paymentFormOf(this.config.payments),
    };
  }

  @Put('display')
  @HttpCode(204)
  @ApiNoContentResponse()
  choose(
    @Body() { country, language }: DisplayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' as const };
    if (country) void reply.setCookie(COUNTRY_COOKIE, country, options);
    if (language) void reply.setCookie(LANGUAGE_COOKIE, language, options);
  }
}

function paymentFormOf(payments: PaymentsConfig): PaymentForm {
  return {
    provider: payments.provider,
    publishableKey: payments.provider === 'stripe' ? payments.publishableKey : null,
  };
}
