import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Temporal } from 'temporal-polyfill';
import { IsInt, IsOptional, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { LocalTimes } from '../../platform/time/local-times.js';
import { Public } from '../../platform/http/decorators.js';
import { SlotDays } from './views/booking.view.js';

const DAYS_DEFAULT = 14;

export class SlotsQuery {
  @ApiProperty({
    required: false,
    description: 'First day in the asked zone, YYYY-MM-DD; today when left out',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  from?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(62)
  days?: number;
  @ApiProperty({ description: 'IANA name of the zone the reader lives in' })
  @IsTimeZone()
  timeZone!: string;
}

@ApiTags('catalog')
@Controller('api/v1/listings/:id/slots')
export class SlotsController {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly localTimes: LocalTimes,
  ) {}

  /** Times that can be booked, by day of the reader's own zone; days without any are left out. */
  @Public()
  @Get()
  @ApiOkResponse({ type: SlotDays })
  async slots(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, days, timeZone }: SlotsQuery,
  ): Promise<SlotDays> {
    const listing = await this.catalog.liveListing(id, 'en');
    const calendar = await this.scheduling.slotCalendar({
      expertId: listing.expertId,
      listingId: listing.id,
      minutes: await this.scheduling.bookedMinutes(listing.id, listing.price.sessionMinutes),
      from: from === undefined ? this.localTimes.today(timeZone) : Temporal.PlainDate.from(from),
      days: days ?? DAYS_DEFAULT,
      timeZone,
    });
    const open = calendar.days.filter((day) => day.slots.length > 0);
    return { timeZone, days: open.map((day) => ({ date: day.date, slots: [...day.slots] })) };
  }
}
