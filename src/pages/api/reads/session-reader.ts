import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../../modules/accounts/index.js';
import { BillingFacade, type ClaimView, type SaleView } from '../../../modules/billing/index.js';
import { ReviewsFacade } from '../../../modules/reviews/index.js';
import {
  type SessionRole,
  SessionsFacade,
  type SessionView as Session,
} from '../../../modules/sessions/index.js';
import { TaxFacade } from '../../../modules/tax/index.js';
import type { Principal } from '../../../platform/http/principal.js';
import { type MoneyJson, toMoneyJson } from '../../../shared/money.js';
import type { Receipt, ReceiptBrief, ReceiptTax, SessionView } from '../views/session.view.js';
import { expertBriefOf } from './listing-cards.js';

const GUARANTEE_HOURS = 72;

type OwnSession = Session & { readonly role: SessionRole };

/** Sessions and their receipts as their two people read them. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly tax: TaxFacade,
    private readonly reviews: ReviewsFacade,
  ) {}

  /** @throws NotFoundError also for a person who is not part of it */
  async read(id: string, personId: string): Promise<SessionView> {
    return this.present(await this.sessions.session(id, personId));
  }

  /** @throws NotFoundError also for a person who is not part of it */
  async receipt(id: string, person: Principal): Promise<Receipt> {
    const session = await this.sessions.session(id, person.accountId);
    const [sale, log, review, bill, claim] = await Promise.all([
      this.billing.sale(id),
      this.sessions.meterLog(id, person.accountId),
      this.reviews.ofSession(id),
      this.sessions.bill(id),
      this.billing.claimOf(id),
    ]);
    return {
      session: {
        ...(await this.present(session)),
        startedAt: session.opensAt,
        endedAt: session.endedAt,
      },
      charged: sale ? toMoneyJson(sale.charged) : zeroOf(session),
      held: session.ceiling,
      released: sale && session.ceiling ? releasedOf(session.ceiling, sale) : null,
      tax: sale ? await this.taxOf(sale, person.locale, session.role) : null,
      meter: {
        entries: log.entries.map(({ seq, kind, atMs, reason, hash }) => ({
          seq,
          kind,
          at: new Date(atMs).toISOString(),
          reason,
          hash,
        })),
        billedSeconds: bill.billedSeconds,
        salt: log.salt,
        head: log.entries.at(-1)?.hash ?? '',
      },
      documents: sale
        ? sale.documents
            .filter((document) => document.readerIds.includes(person.accountId))
            .map(documentOf)
        : [],
      guarantee: {
        claimableUntil: claimableUntil(session),
        claim: claim ? claimOf(claim, sale) : null,
      },
      review: review ? { stars: review.stars, text: review.text } : null,
    };
  }

  /** Newest first; sessions that cost nothing stand there with zero. */
  async receipts(personId: string, limit: number): Promise<ReceiptBrief[]> {
    const sessions = (await this.sessions.sessionsOf(personId, 'learner', limit)).filter(
      (session) => session.endedAt !== null,
    );
    const people = await this.accounts.people(sessions.map((session) => session.expertId));
    return Promise.all(
      sessions.map(async (session) => {
        const sale = await this.billing.sale(session.id);
        const expert =
          people.get(session.expertId) ?? (await this.accounts.person(session.expertId));
        return {
          sessionId: session.id,
          endedAt: session.endedAt ?? session.opensAt,
          listingTitle: session.listingTitle,
          other: expertBriefOf(expert, [expert.language]),
          charged: sale ? toMoneyJson(sale.charged) : zeroOf(session),
        };
      }),
    );
  }

  private async present(session: OwnSession): Promise<SessionView> {
    const other = await this.accounts.person(
      session.role === 'learner' ? session.expertId : session.learnerId,
    );
    return {
      id: session.id,
      state: session.state,
      role: session.role,
      other: expertBriefOf(other, [other.language]),
      listingTitle: session.listingTitle,
      problem: session.problem || null,
      ceilingMinutes: session.ceilingSeconds / 60,
      price: {
        model: session.priceModel,
        amount: session.priceModel === 'free' ? null : session.unit,
        taxIncluded: true,
        sessionMinutes: session.priceModel === 'per_session' ? session.ceilingSeconds / 60 : null,
        freeMinutes: session.freeMinutes,
        typical: null,
      },
      meter: session.meter,
      pausedFor: session.pausedFor,
      learnerPresent: session.learnerPresent,
      expertPresent: session.expertPresent,
      graceEndsAt: session.graceEndsAt,
      goodbyeEndsAt: session.goodbyeEndsAt,
      endedReason: session.endedReason,
    };
  }

  private async taxOf(
    sale: SaleView,
    locale: string,
    role: SessionRole,
  ): Promise<ReceiptTax | null> {
    if (!sale.taxDecisionId) return null;
    const decision = await this.tax.decision(sale.taxDecisionId);
    const amount = (amountMinor: bigint): MoneyJson => ({
      amountMinor: amountMinor.toString(),
      currency: decision.currency,
    });
    return {
      net: amount(decision.netMinor),
      tax: amount(decision.taxMinor),
      gross: amount(decision.grossMinor),
      ratePercent: decision.ratePercent,
      label: this.tax.nameOfTax(decision, locale),
      explanation: await this.tax.explain(sale.taxDecisionId, locale, role),
    };
  }
}

function releasedOf(held: MoneyJson, sale: SaleView): MoneyJson {
  return {
    amountMinor: (BigInt(held.amountMinor) - sale.charged.amountMinor).toString(),
    currency: held.currency,
  };
}

function zeroOf({ unit }: Session): MoneyJson {
  return { amountMinor: '0', currency: unit.currency };
}

function claimableUntil({ role, endedAt }: OwnSession): string | null {
  if (role !== 'learner' || endedAt === null) return null;
  return Temporal.Instant.from(endedAt).add({ hours: GUARANTEE_HOURS }).toString();
}

function claimOf(claim: ClaimView, sale: SaleView | null): Receipt['guarantee']['claim'] {
  const isGranted = claim.state === 'granted';
  return {
    id: claim.id,
    state: claim.state,
    outcome: isGranted ? 'reversal' : null,
    refund: isGranted && sale ? toMoneyJson(sale.refunded) : null,
  };
}

function documentOf(document: SaleView['documents'][number]): Receipt['documents'][number] {
  return {
    id: document.id,
    kind: document.kind,
    number: document.number,
    url: `/api/v1/documents/${document.id}/pdf`,
    ready: document.isReady,
  };
}
