import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { loadShippedZones } from '../../platform/time/shipped-zones.js';
import { ZoneTable } from '../../shared/time/zone-table.js';
import { AdoptCountry } from './application/adopt-country.js';
import { Decisions } from './application/decisions.js';
import { ImportPacks } from './application/import-packs.js';
import { LivePacks } from './application/live-packs.js';
import { DecisionRecord } from './persistence/decision.record.js';
import { DecisionRepository } from './persistence/decision.repository.js';
import { PackVersionRecord } from './persistence/pack-version.record.js';
import { PackVersionRepository } from './persistence/pack-version.repository.js';
import { ServedCountryRecord } from './persistence/served-country.record.js';
import { ServedCountryRepository } from './persistence/served-country.repository.js';
import { ShippedImportRecord } from './persistence/shipped-import.record.js';
import { ShippedImportRepository } from './persistence/shipped-import.repository.js';
import { TaxFacade } from './tax.facade.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PackVersionRecord,
      DecisionRecord,
      ServedCountryRecord,
      ShippedImportRecord,
    ]),
  ],
  providers: [
    PackVersionRepository,
    DecisionRepository,
    ServedCountryRepository,
    ShippedImportRepository,
    ImportPacks,
    LivePacks,
    Decisions,
    AdoptCountry,
    TaxFacade,
    { provide: ZoneTable, useFactory: loadShippedZones },
  ],
  exports: [TaxFacade],
})
export class TaxModule implements OnModuleInit {
  constructor(
    private readonly importPacks: ImportPacks,
    private readonly livePacks: LivePacks,
  ) {}

  /** Packs are in the store before anything else asks for a price. */
  async onModuleInit(): Promise<void> {
    await this.importPacks.runShipped();
    await this.livePacks.load();
  }
}
