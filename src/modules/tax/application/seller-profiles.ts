import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { AccountsFacade } from '../../accounts/index.js';
import type { SellerFacts } from '../domain/facts.js';
import { problemsOfProfile, type SellerProfile } from '../domain/seller-profile.js';
import { SellerProfileRecord } from '../persistence/seller-profile.record.js';

/** What experts declared about themselves; without a declaration only their country is known. */
@Injectable()
export class SellerProfiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsFacade,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInputError */
  async declare(accountId: string, profile: SellerProfile): Promise<void> {
    const problems = problemsOfProfile(profile);
    if (problems.length > 0) throw new InvalidInputError(problems);
    await this.unitOfWork.manager.save(SellerProfileRecord, {
      accountId,
      profile,
      declaredAt: this.clock.now(),
    });
  }

  async of(accountId: string): Promise<SellerProfile | null> {
    const record = await this.unitOfWork.manager.findOneBy(SellerProfileRecord, { accountId });
    return record?.profile ?? null;
  }

  /** As the engine asks for them. @throws UnknownAccountError */
  async factsOf(accountId: string): Promise<SellerFacts> {
    const { country } = await this.accounts.person(accountId);
    const profile = await this.of(accountId);
    if (!profile) return { country };
    return {
      country,
      kind: profile.kind,
      taxRegistered: profile.taxRegistered,
      ossUnion: profile.ossUnion,
      ...(profile.taxId === null ? {} : { id: profile.taxId }),
      ...(profile.scheme === null ? {} : { scheme: profile.scheme }),
    };
  }
}
