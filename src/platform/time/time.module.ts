import { Global, Module } from '@nestjs/common';
import { ZoneTable } from '../../shared/time/zone-table.js';
import { LocalTimes } from './local-times.js';
import { loadShippedZones } from './shipped-zones.js';

@Global()
@Module({
  providers: [{ provide: ZoneTable, useFactory: loadShippedZones }, LocalTimes],
  exports: [ZoneTable, LocalTimes],
})
export class TimeModule {}
