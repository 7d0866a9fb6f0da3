import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { PackNotAdoptableError } from '../domain/tax.errors.js';
import { PackVersionRepository } from '../persistence/pack-version.repository.js';
import { ServedCountryRepository } from '../persistence/served-country.repository.js';

/** Opens a country for paid sessions, on the word of a named person. */
@Injectable()
export class AdoptCountry {
  constructor(
    private readonly versions: PackVersionRepository,
    private readonly served: ServedCountryRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws PackNotAdoptableError when there is no complete pack of the country */
  async run(country: string, adoptedBy: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const union = await this.makeLive(country, adoptedBy);
      if (union !== undefined) await this.makeLive(union, adoptedBy);
      for (const region of await this.regionsOf(country)) await this.makeLive(region, adoptedBy);
      await this.serve(country, adoptedBy);
    });
  }

  /** Parts of the country that have packs of their own. */
  private async regionsOf(country: string): Promise<string[]> {
    const heads = await this.versions.heads();
    const codes = heads.map(({ jurisdiction }) => jurisdiction);
    return [...new Set(codes)].filter((code) => code.startsWith(`${country}-`));
  }

  /** The newest version becomes live unless one is; answers with the union it needs. */
  private async makeLive(jurisdiction: string, approver: string): Promise<string | undefined> {
    const heads = (await this.versions.heads()).filter(
      (head) => head.jurisdiction === jurisdiction,
    );
    const head =
      heads.find(({ state }) => state === 'live') ??
      heads.filter(({ state }) => state === 'proposed').at(-1);
    const body = head && (await this.versions.body(head.id));
    if (!head || !body || (body.kind === 'country' && body.status === 'draft')) {
      throw new PackNotAdoptableError(jurisdiction, body?.open ?? []);
    }
    if (head.state !== 'live') {
      await this.versions.move(head.id, 'proposed', 'approved', approver);
      await this.versions.move(head.id, 'approved', 'live', null);
    }
    return body.kind === 'country' ? body.union : undefined;
  }

  private async serve(country: string, adoptedBy: string): Promise<void> {
    if ((await this.served.countries()).includes(country)) return;
    try {
      await this.served.add({
        id: this.ids.next(),
        country,
        adoptedBy,
        adoptedAt: this.clock.now(),
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
