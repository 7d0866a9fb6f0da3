import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BillingFacade } from '../../modules/billing/index.js';
import { Secrets } from '../../platform/config/config.js';
import { publicNetworkOf } from '../../platform/net/public-network.js';

/** A card as the learner typed it; passed on and never kept. */
export interface HelpNowCard {
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
}

/** What says that two attempts come from the same hands, though the accounts differ; neither leads back to card or address. */
@Injectable()
export class AttemptMarks {
  constructor(
    private readonly billing: BillingFacade,
    private readonly secrets: Secrets,
  ) {}

  async of(
    card: HelpNowCard | null,
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
