import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../platform/config/config.js';
import { type PackFile, type Loaded, type PackSet, packSetOf } from '../domain/pack.js';
import {
  type PackVersionHead,
  PackVersionRepository,
} from '../persistence/pack-version.repository.js';
import { ServedCountryRepository } from '../persistence/served-country.repository.js';

type LiveHead = Omit<PackVersionHead, 'state'>;

const EMPTY = packSetOf([]);

/**
 * The packs that decide: live versions of the countries that this installation serves, with their
 * unions. Bodies are immutable and read once; which versions are live is asked every time, because
 * another copy of the program may have changed it.
 */
@Injectable()
export class LivePacks {
  private readonly bodies = new Map<string, PackFile>();
  private last = EMPTY;
  private lastKey = '';
  private loading: Promise<PackSet> | null = null;

  constructor(
    private readonly versions: PackVersionRepository,
    private readonly served: ServedCountryRepository,
    private readonly config: AppConfig,
  ) {}

  /** Who asks while the same is being read gets that answer: a page of prices asks once for all of them. */
  load(): Promise<PackSet> {
    this.loading ??= this.read().finally(() => (this.loading = null));
    return this.loading;
  }

  private async read(): Promise<PackSet> {
    const isServed = await this.servedFilter();
    const heads = await this.versions.liveHeads();
    const served = heads.filter(({ jurisdiction }) => isServed(jurisdiction));
    const key = [...heads, ...served].map(({ id }) => id).join();
    // The same versions are the same set: what was worked out from it once need not be again.
    if (key === this.lastKey) return this.last;
    await this.readBodies(heads);
    this.last = this.setOf(heads, isServed);
    this.lastKey = key;
    return this.last;
  }

  private setOf(heads: readonly LiveHead[], isServed: (jurisdiction: string) => boolean): PackSet {
    const laws = heads.flatMap(({ id, version, hash }): Loaded<PackFile>[] => {
      const body = this.bodies.get(id);
      if (!body || (body.kind !== 'union' && !isServed(body.jurisdiction))) return [];
      return [{ body, version, hash }];
    });
    return packSetOf(laws);
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
  private async readBodies(heads: readonly LiveHead[]): Promise<void> {
    const unread = heads.map(({ id }) => id).filter((id) => !this.bodies.has(id));
    for (const [id, body] of await this.versions.bodies(unread)) this.bodies.set(id, body);
  }
}
