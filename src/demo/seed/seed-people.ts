import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import {
  DEMO_PASSWORD,
  DEMO_TOTP_SECRET,
  demoEmail,
  type DemoStaff,
  PLAYED_EXPERTS,
} from '../content/people.js';
import type { DemoPerson } from '../content/shape.js';

/** Makes the demo's accounts. */
@Injectable()
export class SeedPeople {
  private readonly ids = new Map<string, string>();

  constructor(private readonly accounts: AccountsFacade) {}

  async isThere(key: string): Promise<boolean> {
    return (await this.find(key)) !== null;
  }

  /** @throws RangeError before the person was made */
  async idOf(key: string): Promise<string> {
    const id = await this.find(key);
    if (id === null) throw new RangeError(`the demo person ${key} is not there yet`);
    return id;
  }

  async addLearner(person: DemoPerson): Promise<void> {
    await this.add(person, DEMO_PASSWORD);
  }

  /** Most without a password, which would take a tenth of a second to hash for each of forty: they sign in by link. */
  async addExpert(person: DemoPerson): Promise<void> {
    await this.add(person, PLAYED_EXPERTS.includes(person.key) ? DEMO_PASSWORD : null);
  }

  async addStaff(person: DemoStaff): Promise<void> {
    const id = await this.add(person, DEMO_PASSWORD);
    if (id === null) return;
    for (const role of person.roles) await this.accounts.grantRole(id, role);
    await this.accounts.setUpSecondFactor(id, demoEmail(person.key), DEMO_TOTP_SECRET);
  }

  /** @returns null when the person was there already */
  private async add(
    { key, name, country, language, timeZone }: DemoPerson,
    password: string | null,
  ): Promise<string | null> {
    if (await this.isThere(key)) return null;
    const person = await this.accounts.signUp(
      { email: demoEmail(key), password, displayName: name, country, language, timeZone },
      { isDemo: true, isVerified: true },
    );
    this.ids.set(key, person.id);
    return person.id;
  }

  private async find(key: string): Promise<string | null> {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const person = await this.accounts.personByEmail(demoEmail(key));
    if (person) this.ids.set(key, person.id);
    return person?.id ?? null;
  }
}
