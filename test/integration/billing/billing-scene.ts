import { randomUUID } from 'node:crypto';
import { AccountsFacade } from '../../../src/modules/accounts/index.js';
import {
  BillingFacade,
  type SellerProfile,
  type SettleInput,
} from '../../../src/modules/billing/index.js';
import { TaxFacade } from '../../../src/modules/tax/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import { money } from '../../../src/shared/money.js';
import type { TestApp } from '../../support/test-app.js';

export const SERVICE = {
  taxCategory: 'hobby_class',
  live: true,
  human: true,
  format: 'one_to_one',
  recordingSold: false,
} as const;

export const REGISTERED_IN_FRANCE = {
  country: 'FR',
  kind: 'sole_trader',
  taxRegistered: true,
  id: 'FR40303265045',
  scheme: 'none',
} as const satisfies SellerProfile['facts'];

export const GOOD_CARD = { number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };

/** People who buy and sell, made through the faces. */
export class BillingScene {
  constructor(private readonly test: TestApp) {}

  get billing(): BillingFacade {
    return this.test.get(BillingFacade);
  }

  get manager(): UnitOfWork['manager'] {
    return this.test.get(UnitOfWork).manager;
  }

  /** Countries whose packs are adopted here. */
  async open(...countries: readonly string[]): Promise<this> {
    for (const country of countries)
      await this.test.get(TaxFacade).adoptCountry(country, 'a tester');
    return this;
  }

  async person(country = 'FR', language = 'fr', displayName = 'Odile Martin'): Promise<string> {
    const { id } = await this.test.get(AccountsFacade).signUp({
      email: `${randomUUID()}@visavis.example`,
      password: 'a long enough password',
      displayName,
      country,
      language,
      timeZone: 'Europe/Paris',
    });
    return id;
  }

  async expert(
    facts: SellerProfile['facts'] = REGISTERED_IN_FRANCE,
    language = 'fr',
  ): Promise<string> {
    const id = await this.person(facts.country, language);
    await this.billing.setSellerProfile(id, {
      legalName: 'Odile Martin, boulangère',
      address: '3 place des Exemples\n69001 Lyon',
      facts,
      evidence: [],
    });
    return id;
  }

  id(): string {
    return this.test.get(Ids).next();
  }

  async hold(payerId: string, amountMinor: bigint, number = GOOD_CARD.number): Promise<string> {
    const { id } = await this.billing.authorise({
      key: this.id(),
      payerId,
      amount: money(amountMinor, 'EUR'),
      card: { ...GOOD_CARD, number },
      purpose: { kind: 'help_request', id: this.id() },
    });
    return id;
  }

  /** A session by the minute whose hold was made. */
  async session(
    people: { readonly learnerId: string; readonly expertId: string },
    grossMinor = 1234n,
    changes: Partial<SettleInput> & { readonly card?: string } = {},
  ): Promise<SettleInput> {
    const { card, ...rest } = changes;
    const paymentId = await this.hold(people.learnerId, 1800n, card);
    return { ...this.sessionOn(paymentId, people, grossMinor), ...rest };
  }

  /** The same on a hold that was made otherwise. */
  sessionOn(
    paymentId: string,
    people: { readonly learnerId: string; readonly expertId: string },
    grossMinor = 1234n,
  ): SettleInput {
    return {
      sessionId: this.id(),
      paymentId,
      ...people,
      title: 'Sauver un levain qui ne monte pas',
      service: SERVICE,
      gross: money(grossMinor, 'EUR'),
      priceModel: 'per_minute',
      unit: money(120n, 'EUR'),
      billedSeconds: 617,
      freeSeconds: 0,
      performedAt: this.test.clock.now(),
      learnerCountry: 'FR',
      language: 'fr',
    };
  }
}
