import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { wallMsOf, wallOf } from '../../shared/time/zone.js';
import { ZoneTable } from '../../shared/time/zone-table.js';
import { Clock } from '../clock.js';

/** Times as a reader's clock shows them, by our own zone table: that of the runtime may be out of date. */
@Injectable()
export class LocalTimes {
  constructor(
    private readonly zones: ZoneTable,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownZoneError */
  today(timeZone: string): Temporal.PlainDate {
    return wallOf(this.zones.zone(timeZone), this.clock.now()).toPlainDate();
  }

  /** Date and time in words, with the name of the zone. @param instant RFC 3339 @throws UnknownZoneError */
  format(instant: string, timeZone: string, language: string): string {
    const wall = wallOf(this.zones.zone(timeZone), Temporal.Instant.from(instant));
    // The wall time is written out as if it were UTC, so that Intl only puts it into words.
    const text = new Intl.DateTimeFormat(language, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(wallMsOf(wall));
    return `${text} (${timeZone})`;
  }
}
