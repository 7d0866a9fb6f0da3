import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../platform/config/config.js';
import type { Loaded, PackBody, PackSet, UnionBody } from '../domain/pack.js';
import type { LawBody } from '../integrations/pack-files.js';
import {
  type PackVersionHead,
  PackVersionRepository,
} from '../persistence/pack-version.repository.js';
import { ServedCountryRepository } from '../persistence/served-country.repository.js';

const EMPTY: PackSet = { unions: new Map(), packs: new Map() };

/**
 * The packs that decide: live versions of the countries that this installation serves, with their
 * unions. Bodies are immutable and read once; which versions are live is asked every time, because
 * another copy of the program may have changed it.
 */
@Injectable()
export class LivePacks {
  private readonly bodies = new Map<string, LawBody>();
  private last = EMPTY;

  constructor(
    private readonly versions: PackVersionRepository,
    private readonly served: ServedCountryRepository,
    private readonly config: AppConfig,
  ) {}

  async load(): Promise<PackSet> {
    const isServed = await this.servedFilter();
    const unions = new Map<string, Loaded<UnionBody>>();
    const packs = new Map<string, Loaded<PackBody>>();
    const live = (await this.versions.heads()).filter(({ state }) => state === 'live');
    await this.readBodies(live);
    for (const head of live) {
      const body = this.bodies.get(head.id);
      if (!body) continue;
      const loaded = { version: head.version, hash: head.hash };
      if (body.kind === 'union') unions.set(head.jurisdiction, { ...loaded, body });
      else if (isServed(head.jurisdiction)) packs.set(head.jurisdiction, { ...loaded, body });
    }
    this.last = { unions, packs };
    return this.last;
  }

  /** As last loaded; for what may be a moment old, such as how a price is shown. */
  recent(): PackSet {
    return this.last;
  }

  private async servedFilter(): Promise<(jurisdiction: string) => boolean> {
    if (this.config.platformTax.servesShippedPacks) return () => true;
    const countries = new Set(await this.served.countries());
    // A country is served with all its regions.
    return (jurisdiction) => countries.has(jurisdiction.split('-')[0] ?? jurisdiction);
  }

  /** Reads the bodies that are not known yet, all at once. */
  private async readBodies(heads: readonly PackVersionHead[]): Promise<void> {
    const unread = heads.map(({ id }) => id).filter((id) => !this.bodies.has(id));
    for (const [id, body] of await this.versions.bodies(unread)) this.bodies.set(id, body);
  }
}
