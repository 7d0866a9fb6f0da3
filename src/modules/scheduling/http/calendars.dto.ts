import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, MaxLength } from 'class-validator';
import type { ImportedCalendar } from '../domain/calendar.js';

export const CALENDAR_STATES = ['new', 'fine', 'failing'] as const;
export const CALENDAR_PROBLEMS = [
  'address_refused',
  'not_found',
  'not_answering',
  'too_large',
  'not_a_calendar',
] as const;

export class CalendarRequest {
  @ApiProperty({ description: 'what the expert calls it' })
  @IsString()
  @MaxLength(200)
  name!: string;
  @ApiProperty({ description: 'address of an iCalendar feed: https or webcal' })
  @IsString()
  @MaxLength(4_000)
  address!: string;
}

/** A calendar elsewhere. Its address is often a secret, so only the host is shown again. */
export class CalendarResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() host!: string;
  @ApiProperty({ enum: CALENDAR_STATES }) state!: (typeof CALENDAR_STATES)[number];
  @ApiProperty({ enum: CALENDAR_PROBLEMS, type: String, nullable: true })
  problem!: (typeof CALENDAR_PROBLEMS)[number] | null;
  @ApiProperty({ description: 'busy times to come' }) busyCount!: number;
  @ApiProperty({ type: String, nullable: true }) fetchedAt!: string | null;

  static of(calendar: ImportedCalendar): CalendarResponse {
    const { id, name, address, state, problem, busyCount, fetchedAt } = calendar;
    return {
      id,
      name,
      host: URL.canParse(address) ? new URL(address).host : '',
      state,
      problem,
      busyCount,
      fetchedAt: fetchedAt?.toString() ?? null,
    };
  }
}

export class CalendarList {
  @ApiProperty({ type: () => [CalendarResponse] }) items!: CalendarResponse[];
}

export class CalendarFeedResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'secret address of the own bookings; null where there is none',
  })
  address!: string | null;
}

export class RemindersShape {
  @ApiProperty({ type: [Number], description: 'minutes before the start: 1440, 60, 10' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  minutes!: number[];
}
