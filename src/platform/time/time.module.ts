import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/config.js';
import { ZoneTable } from '../../shared/time/zone-table.js';
import { LocalTimes } from './local-times.js';
import { loadZones } from './shipped-zones.js';

@Global()
@Module({
  providers: [{ provide: ZoneTable, useFactory: loadZones, inject: [AppConfig] }, LocalTimes],
  exports: [ZoneTable, LocalTimes],
})
export class TimeModule {}
