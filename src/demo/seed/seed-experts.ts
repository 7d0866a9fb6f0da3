import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade } from '../../modules/billing/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { demoEmail, PLAYED_EXPERTS } from '../content/people.js';
import { DEMO_SELLERS } from '../content/sellers.js';
import type { DemoExpert } from '../content/shape.js';
import { WORKING_HOURS } from '../content/working-hours.js';
import type { Deed } from './deed.js';
import { SeedApplications } from './seed-applications.js';
import { SeedListings } from './seed-listings.js';
import { SeedPeople } from './seed-people.js';
import { Travel } from './travel.js';

/** How long after the sign-up what follows happened. */
const APPLIED_AFTER_HOURS = 26;
const DECIDED_AFTER_HOURS = 47;
const NEXT_LISTING_AFTER_HOURS = 75;
const BETWEEN_LISTINGS_HOURS = 98;
const REVIEWED_AFTER_HOURS = 19;
/** An account of the sandbox to which everything arrives. */
const PAYS_EVERYTHING = '000123456789';

/** What an expert of the demo did, from the sign-up to the last offer. */
@Injectable()
export class SeedExperts {
  constructor(
    private readonly people: SeedPeople,
    private readonly applications: SeedApplications,
    private readonly listings: SeedListings,
    private readonly accounts: AccountsFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly billing: BillingFacade,
    private readonly travel: Travel,
  ) {}

  deedsOf(expert: DemoExpert, joinedAt: Temporal.Instant): Deed[] {
    const after = (hours: number): Temporal.Instant => joinedAt.add({ hours });
    return [
      { at: joinedAt, act: () => this.people.addExpert(expert) },
      { at: after(APPLIED_AFTER_HOURS), act: () => this.apply(expert) },
      { at: after(DECIDED_AFTER_HOURS), act: () => this.begin(expert) },
      ...expert.listings.slice(1).flatMap((listing, index) => {
        const writtenAfter = NEXT_LISTING_AFTER_HOURS + index * BETWEEN_LISTINGS_HOURS;
        return [
          { at: after(writtenAfter), act: () => this.listings.write(expert.key, listing) },
          {
            at: after(writtenAfter + REVIEWED_AFTER_HOURS),
            act: () => this.listings.approve(expert.key, listing),
          },
        ];
      }),
    ];
  }

  private async apply(expert: DemoExpert): Promise<void> {
    const id = await this.people.idOf(expert.key);
    await this.declareTaxes(expert, id);
    await this.applications.submit(expert, id);
  }

  /** The reviewer agrees; whoever listens to that makes the person an expert and publishes the first offer. */
  private async begin(expert: DemoExpert): Promise<void> {
    const id = await this.people.idOf(expert.key);
    await this.applications.approve(id);
    await this.travel.settle();
    await this.accounts.grantRole(id, 'expert');
    for (const listing of expert.listings.slice(0, 1)) {
      await this.listings.write(expert.key, listing);
      await this.listings.approve(expert.key, listing);
    }
    if (PLAYED_EXPERTS.includes(expert.key))
      await this.billing.setPayoutDestination(
        { expertId: id, email: demoEmail(expert.key), country: expert.country },
        PAYS_EVERYTHING,
      );
    await this.scheduling.setAvailability(id, {
      ...(await this.scheduling.availability(id)),
      timeZone: expert.timeZone,
      weekly: WORKING_HOURS[expert.hours],
    });
  }

  private async declareTaxes({ key, name, country }: DemoExpert, id: string): Promise<void> {
    const seller = DEMO_SELLERS[key];
    if (!seller) return;
    await this.billing.setSellerProfile(id, {
      legalName: name,
      address: seller.address,
      facts: {
        country,
        kind: 'sole_trader',
        ...(seller.taxId
          ? { taxRegistered: true, ossUnion: true, id: seller.taxId }
          : { taxRegistered: false, ossUnion: false, scheme: 'small_business' }),
      },
      evidence: seller.evidence ?? [],
    });
  }
}
