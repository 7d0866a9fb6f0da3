import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AccountsFacade } from '../../accounts/index.js';
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
    if (known) {
      const { legalName, address } = known;
      return {
        legalName,
        address,
        facts: known.facts as SellerProfile['facts'],
        evidence: known.evidence as EvidenceCode[],
      };
    }
    const { displayName, country } = await this.accounts.person(accountId);
    return { legalName: displayName, address: '', facts: { country }, evidence: [] };
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
