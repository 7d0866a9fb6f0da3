import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AccountsFacade, type PersonView } from '../../accounts/index.js';
import type { EvidenceCode, SellerFacts } from '../../tax/index.js';
import { SellerRecord } from '../persistence/seller.record.js';

/** Who sells, as documents print it and as the law of tax sees it. */
export interface SellerProfile {
  readonly legalName: string;
  /** Lines of a postal address; empty when it is not known. */
  readonly address: string;
  readonly facts: Omit<SellerFacts, 'crossBorderTbeMinor'>;
  /** Declarations that exemptions rest on. */
  readonly evidence: readonly EvidenceCode[];
}

@Injectable()
export class Sellers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsFacade,
    private readonly clock: Clock,
  ) {}

  /** Of somebody who has told nothing yet only the name and the country are known: most laws then refuse a paid sale. */
  async of(accountId: string): Promise<SellerProfile> {
    const known = await this.unitOfWork.manager.findOneBy(SellerRecord, { accountId });
    return known ? profileOf(known) : unknownSeller(await this.accounts.person(accountId));
  }

  /** The same for many at once; without those who have no account. */
  async ofEach(accountIds: readonly string[]): Promise<ReadonlyMap<string, SellerProfile>> {
    const ids = [...new Set(accountIds)];
    if (ids.length === 0) return new Map();
    const known = await this.unitOfWork.manager.findBy(SellerRecord, { accountId: In(ids) });
    const profiles = new Map(known.map((record) => [record.accountId, profileOf(record)]));
    const others = await this.accounts.people(ids.filter((id) => !profiles.has(id)));
    for (const [id, person] of others) profiles.set(id, unknownSeller(person));
    return profiles;
  }

  async set(accountId: string, profile: SellerProfile): Promise<void> {
    const { legalName, address, facts, evidence } = profile;
    const changes = { legalName, address, facts, evidence, changedAt: this.clock.now() };
    try {
      await this.unitOfWork.manager.insert(SellerRecord, { accountId, ...changes });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.unitOfWork.manager.update(SellerRecord, { accountId }, changes);
    }
  }
}

function profileOf({ legalName, address, facts, evidence }: SellerRecord): SellerProfile {
  return {
    legalName,
    address,
    facts: facts as SellerProfile['facts'],
    evidence: evidence as EvidenceCode[],
  };
}

function unknownSeller({
  displayName,
  country,
}: Pick<PersonView, 'displayName' | 'country'>): SellerProfile {
  return { legalName: displayName, address: '', facts: { country }, evidence: [] };
}
