import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade } from '../../modules/billing/index.js';
import { CatalogFacade, type ListingDraft } from '../../modules/catalog/index.js';
import { NotificationsFacade } from '../../modules/notifications/index.js';
import {
  type ApplicationApproved,
  type ApplicationRefused,
  type ApplicationSentBack,
  type ApplicationView,
  VettingFacade,
} from '../../modules/vetting/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import type { TaxPosition } from './tax-position.js';

export interface ApplicationInput {
  readonly categoryId: string;
  readonly about: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly evidenceFileIds: Readonly<Record<string, string>>;
  readonly listing: ListingDraft;
  /** What paid offers need to be taxed right; null while only free help is offered. */
  readonly taxPosition: TaxPosition | null;
}

/** Becoming an expert: the application with its first offer, and what follows from the decision about it. */
@Injectable()
export class OnboardExpert {
  constructor(
    private readonly vetting: VettingFacade,
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly billing: BillingFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** Keeps what was written so far; the offer must be complete already, the rest may have gaps. @throws InvalidInputError, ApplicationClosedError */
  async save(personId: string, input: ApplicationInput): Promise<ApplicationView> {
    await this.catalog.checkDraft(input.listing);
    const category = await this.catalog.category(input.categoryId);
    if (input.taxPosition) await this.declare(personId, input.taxPosition);
    return this.vetting.saveDraft(personId, {
      categoryId: input.categoryId,
      about: input.about,
      answers: input.answers,
      evidenceFileIds: input.evidenceFileIds,
      listing: input.listing,
      requirements: category.requirements.map(({ key, kind, isRequired }) => ({
        key,
        kind,
        isRequired,
      })),
    });
  }

  /** @throws InvalidInputError naming every gap, EmailNotVerifiedError, WrongApplicationStateError */
  async submit(personId: string): Promise<ApplicationView> {
    await this.accounts.assertVerified(personId);
    return this.vetting.submit(personId);
  }

  /** The person is an expert now and the first offer goes live; repeating it changes nothing. */
  @OnEvent('vetting.application.approved', 'publish-first-offer.on-application-approved')
  async onApproved({ data, eventId }: ApplicationApproved): Promise<void> {
    const application = await this.vetting.application(data.applicationId);
    await this.accounts.grantRole(data.accountId, 'expert');
    const own = await this.catalog.listingsOf(data.accountId);
    const listingId =
      own[0]?.id ??
      (await this.catalog.createListing(data.accountId, application.listing as ListingDraft));
    if (own[0]?.state !== 'live')
      await this.catalog.publishListing(listingId, application.decidedBy ?? data.accountId);
    await this.notifications.tell({
      key: eventId,
      personId: data.accountId,
      topic: 'applicationApproved',
      facts: {},
      path: '/studio',
    });
  }

  @OnEvent('vetting.application.sent-back', 'tell-applicant.on-sent-back')
  onSentBack({ data, eventId }: ApplicationSentBack): Promise<void> {
    return this.notifications.tell({
      key: eventId,
      personId: data.accountId,
      topic: 'applicationSentBack',
      facts: { reasons: data.reasons },
      path: '/become-an-expert',
    });
  }

  @OnEvent('vetting.application.refused', 'tell-applicant.on-refused')
  onRefused({ data, eventId }: ApplicationRefused): Promise<void> {
    return this.notifications.tell({
      key: eventId,
      personId: data.accountId,
      topic: 'applicationRefused',
      facts: { reasons: data.reasons },
      path: '/become-an-expert',
    });
  }

  /** What the expert says about their own taxes; printed on the invoices issued in their name. */
  async declare(personId: string, position: TaxPosition): Promise<void> {
    const { country, displayName } = await this.accounts.person(personId);
    await this.billing.setSellerProfile(personId, {
      legalName: position.legalName || displayName,
      address: position.address,
      facts: {
        country,
        kind: position.kind,
        taxRegistered: position.taxRegistered,
        ossUnion: position.ossUnion,
        ...(position.taxId ? { id: position.taxId } : {}),
        ...(position.scheme ? { scheme: position.scheme } : {}),
      },
      evidence: [],
    });
  }
}
