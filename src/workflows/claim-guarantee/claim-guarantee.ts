import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  BillingFacade,
  type ClaimReason,
  type ClaimView,
  NothingToClaimError,
  type SaleView,
} from '../../modules/billing/index.js';
import { NotificationsFacade } from '../../modules/notifications/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { formatMoney } from '../settle-session/format-money.js';

/** Not satisfied: a clear case is reversed at once, the rest is asked of the expert, who may refund in one click. */
@Injectable()
export class ClaimGuarantee {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly billing: BillingFacade,
    private readonly accounts: AccountsFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** @throws NothingToClaimError, ClaimTooLateError, AlreadyClaimedError, NotFoundError for a foreign session */
  async open(
    learnerId: string,
    sessionId: string,
    reason: ClaimReason,
    text: string,
  ): Promise<ClaimView> {
    const session = await this.sessions.session(sessionId, learnerId);
    const sale = await this.billing.sale(sessionId);
    if (session.role !== 'learner') throw new NotFoundError('session');
    if (!sale || sale.charged.amountMinor === 0n || session.endedAt === null)
      throw new NothingToClaimError();
    const claim = await this.billing.openClaim({
      sessionId,
      saleId: sale.id,
      learnerId,
      expertId: session.expertId,
      reason,
      text,
      endedAt: Temporal.Instant.from(session.endedAt),
      proof: {
        endReason: session.endedReason ?? '',
        billedSeconds: session.meter.billedSeconds,
        poorSeconds: session.meter.poorSeconds,
        agreedSeconds: session.priceModel === 'per_session' ? session.ceilingSeconds : null,
      },
    });
    return claim.state === 'auto_decided' ? this.grant(claim, null) : claim;
  }

  /** The expert gives the money back. @throws NotFoundError for anybody else */
  async refundByExpert(claimId: string, expertId: string): Promise<ClaimView> {
    const claim = await this.billing.claim(claimId);
    if (claim.expertId !== expertId) throw new NotFoundError('claim');
    return this.grant(claim, expertId);
  }

  /** Reverses the sale: refund, mirrored postings, credit notes; repeating it changes nothing. */
  private async grant(claim: ClaimView, by: string | null): Promise<ClaimView> {
    const sale = await this.billing.reverse({
      saleId: claim.saleId,
      share: 'all',
      reason: claim.rule ?? 'expert_refund',
      key: `claim:${claim.id}`,
    });
    await this.billing.grantClaim(claim.id, by);
    await this.tellLearner(claim, sale);
    return this.billing.claim(claim.id);
  }

  private async tellLearner(claim: ClaimView, sale: SaleView): Promise<void> {
    const learner = await this.accounts.person(claim.learnerId);
    const session = await this.sessions.session(claim.sessionId, claim.learnerId);
    await this.notifications.tell({
      key: `claim:${claim.id}:granted`,
      personId: learner.id,
      topic: 'refundMade',
      facts: { title: session.listingTitle, amount: formatMoney(sale.charged, learner.language) },
      path: `/receipts/${claim.sessionId}`,
    });
  }
}
