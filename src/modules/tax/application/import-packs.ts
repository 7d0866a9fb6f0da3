import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { importStep } from '../domain/pack-version.js';
import type { PackFile } from '../domain/pack.js';
import { fingerprintOf, hashOf, readPackFiles, SHIPPED_PACKS } from '../integrations/pack-files.js';
import {
  type PackVersionHead,
  PackVersionRepository,
} from '../persistence/pack-version.repository.js';
import { ShippedImportRepository } from '../persistence/shipped-import.repository.js';

/** Brings the files that ship with the program into the store, which is the only truth at run time. */
@Injectable()
export class ImportPacks {
  constructor(
    private readonly versions: PackVersionRepository,
    private readonly imports: ShippedImportRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** At start: a set of files that was imported before is neither parsed nor checked again. */
  async runShipped(): Promise<void> {
    const fingerprint = fingerprintOf(SHIPPED_PACKS);
    if (await this.imports.has(fingerprint)) return;
    const bodies = readPackFiles(SHIPPED_PACKS);
    await this.run(bodies);
    const record = { id: this.ids.next(), fingerprint, importedAt: this.clock.now() };
    await this.unlessTwin(() => this.unitOfWork.run(() => this.imports.add(record)));
  }

  /** Adds each file that the store does not know by its hash; several processes may do so at once. */
  async run(bodies: readonly PackFile[]): Promise<void> {
    const files = bodies.map((body) => ({ body, hash: hashOf(body) }));
    const known = await this.versions.heads();
    const missing = files.filter(({ hash }) => known.every((head) => head.hash !== hash));
    if (missing.length === 0) return;
    const isTwin = await this.unlessTwin(() =>
      this.unitOfWork.run(async () => {
        const heads = await this.versions.heads();
        for (const { body, hash } of missing) await this.importOne(body, hash, heads);
      }),
    );
    // Another copy of the program got ahead with some of them; what it did not add is added now.
    if (isTwin) await this.run(bodies);
  }

  private async unlessTwin(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return false;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return true;
    }
  }

  private async importOne(
    body: PackFile,
    hash: string,
    heads: readonly PackVersionHead[],
  ): Promise<void> {
    const known = heads.filter(({ jurisdiction }) => jurisdiction === body.jurisdiction);
    const step = importStep(known, hash, this.config.platformTax.servesShippedPacks);
    if (step.kind === 'known') return;
    await this.versions.add({
      id: this.ids.next(),
      jurisdiction: body.jurisdiction,
      version: step.version,
      body,
      hash,
      author: 'shipped',
      approver: null,
      effectiveFrom: null,
      state: step.state,
      createdAt: this.clock.now(),
    });
  }
}
