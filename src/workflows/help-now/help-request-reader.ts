import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade, type PaymentView } from '../../modules/billing/index.js';
import { type HelpRequestView, SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade } from '../../modules/sessions/index.js';
import type { Asker } from '../../pages/api/reads/asker.js';
import { expertBriefOf, ListingCards } from '../../pages/api/reads/listing-cards.js';
import type { HelpRequest, HelpRequestState } from '../../pages/api/views/help.view.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { toMoneyJson } from '../../shared/money.js';
import { holdKey } from './help-now.js';
import type { Offer } from './offer.js';

/** A help request as its learner's page shows it: with the card, who is being rung, and what is held. */
@Injectable()
export class HelpRequestReader {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
    private readonly sessions: SessionsFacade,
    private readonly accounts: AccountsFacade,
    private readonly cards: ListingCards,
  ) {}

  /** @throws NotFoundError also for somebody else's */
  async read(requestId: string, asker: Asker & { person: { id: string } }): Promise<HelpRequest> {
    return this.present(await this.scheduling.helpRequest(requestId, asker.person.id), asker);
  }

  async present(request: HelpRequestView, asker: Asker): Promise<HelpRequest> {
    const payment = await this.billing.paymentByKey(holdKey(request.id));
    const listing = await this.listingOf(request, asker);
    const session =
      request.state === 'accepted'
        ? await this.sessions.sessionOf('help_request', request.id)
        : null;
    return {
      id: request.id,
      state: stateOf(request, payment),
      listing,
      audience: request.audience,
      problem: request.problem,
      rings: await this.ringsOf(request),
      // Those who were asked before the ones who are being asked now.
      triedExperts: request.triedExperts - request.rings.length,
      ceiling: payment ? toMoneyJson(payment.amount) : (request.offer as unknown as Offer).ceiling,
      hold: payment?.state === 'authorised' ? toMoneyJson(payment.amount) : null,
      sessionId: session?.id ?? null,
      failure: request.failureCode ?? payment?.failure ?? null,
      authenticationUrl:
        payment?.state === 'authentication_needed' ? `/help/${request.id}/authenticate` : null,
    };
  }

  /** Of a question to everyone there is none before somebody has come. @throws NotFoundError */
  private async listingOf(request: HelpRequestView, asker: Asker): Promise<HelpRequest['listing']> {
    const isOpenQuestion = request.audience === 'everyone' && request.state !== 'accepted';
    if (isOpenQuestion) return null;
    const [listing] = await this.cards.byIds([request.ring?.listingId ?? request.listingId], asker);
    if (!listing) throw new NotFoundError('listing');
    return listing;
  }

  private async ringsOf({ rings }: HelpRequestView): Promise<HelpRequest['rings']> {
    const people = await this.accounts.people(rings.map(({ expertId }) => expertId));
    return rings.flatMap(({ expertId, startedAt, endsAt }) => {
      const person = people.get(expertId);
      return person
        ? [{ expert: expertBriefOf(person, [person.language]), startedAt, endsAt }]
        : [];
    });
  }
}

function stateOf(request: HelpRequestView, payment: PaymentView | null): HelpRequestState {
  if (request.state === 'failed') return 'declined_card';
  if (request.state === 'authorising' && payment?.state === 'authentication_needed')
    return 'authentication_needed';
  return request.state;
}
