import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BillingFacade, type PaymentCard } from '../../modules/billing/index.js';
import { Secrets } from '../../platform/config/config.js';
import { publicNetworkOf } from '../../platform/net/public-network.js';

/** What says that two attempts come from the same hands, though the accounts differ; neither leads back to card or address. */
@Injectable()
export class AttemptMarks {
  constructor(
    private readonly billing: BillingFacade,
    private readonly secrets: Secrets,
  ) {}

  async of(
    card: PaymentCard | null,
    visitorAddress: string,
  ): Promise<{ readonly card: string | null; readonly address: string | null }> {
    const network = publicNetworkOf(visitorAddress);
    return {
      card: card && (await this.billing.cardFingerprint(card)),
      address: network && this.mark(network),
    };
  }

  private mark(network: string): string {
    return createHmac('sha256', this.secrets.appSecret).update(`network|${network}`).digest('hex');
  }
}
