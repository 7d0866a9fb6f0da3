import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { importStep } from '../domain/pack-version.js';
import { hashOf, type LawBody, readPackFiles, SHIPPED_PACKS } from '../integrations/pack-files.js';
import { PackVersionRepository } from '../persistence/pack-version.repository.js';

/** Brings the files that ship with the program into the store, which is the only truth at run time. */
@Injectable()
export class ImportPacks {
  constructor(
    private readonly versions: PackVersionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds each file that the store does not know by its hash; several processes may do so at once. */
  async run(bodies: readonly LawBody[] = readPackFiles(SHIPPED_PACKS)): Promise<void> {
    for (const body of bodies) {
      try {
        await this.unitOfWork.run(() => this.importOne(body));
      } catch (error) {
        // Another copy of the program imported the same file a moment ago.
        if (!isUniqueViolation(error)) throw error;
      }
    }
  }

  private async importOne(body: LawBody): Promise<void> {
    const hash = hashOf(body);
    const known = (await this.versions.heads()).filter(
      ({ jurisdiction }) => jurisdiction === body.jurisdiction,
    );
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
