import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../platform/http/decorators.js';
import { SANDBOX_SIGNATURE_HEADER } from '../integrations/sandbox/sandbox-signature.js';
import { STRIPE_SIGNATURE_HEADER, StripeWebhooks } from '../integrations/stripe/stripe-webhooks.js';
import { SandboxWebhooks } from '../integrations/sandbox/sandbox-webhooks.js';

@ApiExcludeController()
@Controller('api/webhooks')
export class WebhooksController {
  constructor(
    private readonly sandbox: SandboxWebhooks,
    private readonly stripe: StripeWebhooks,
  ) {}

  @Public()
  @Post('sandbox')
  @HttpCode(204)
  async fromSandbox(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers(SANDBOX_SIGNATURE_HEADER) signature: string | undefined,
  ): Promise<void> {
    await this.sandbox.receive(request.rawBody?.toString('utf8') ?? '', signature ?? '');
  }

  @Public()
  @Post('stripe')
  @HttpCode(204)
  async fromStripe(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers(STRIPE_SIGNATURE_HEADER) signature: string | undefined,
  ): Promise<void> {
    await this.stripe.receive(request.rawBody?.toString('utf8') ?? '', signature ?? '');
  }
}
