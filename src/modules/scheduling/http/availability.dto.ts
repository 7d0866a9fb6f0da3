import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Availability } from '../domain/availability.js';
import type { ListingRules } from '../domain/listing-rules.js';

/** Beyond any limit of the rules, so that a huge body is refused before it is read. */
const ITEMS_MAX = 1000;

export class HoursShape {
  @ApiProperty({
    example: '09:00',
    description: 'on the clock of the zone, in steps of five minutes',
  })
  @IsString()
  @MaxLength(5)
  startsAt!: string;
  @ApiProperty({ example: '17:00', description: 'at or before the start: on the next day' })
  @IsString()
  @MaxLength(5)
  endsAt!: string;
}

export class WeeklyHoursShape extends HoursShape {
  @ApiProperty({ minimum: 1, maximum: 7, description: '1 is Monday' }) @IsInt() weekday!: number;
}

export class DateExceptionShape {
  @ApiProperty({ example: '2026-12-24' }) @IsString() @MaxLength(10) date!: string;
  @ApiProperty({ type: [HoursShape], description: 'none means a day off' })
  @IsArray()
  @ArrayMaxSize(ITEMS_MAX)
  @ValidateNested({ each: true })
  @Type(() => HoursShape)
  hours!: HoursShape[];
}

export class DaysOffShape {
  @ApiProperty({ example: '2026-12-24' }) @IsString() @MaxLength(10) from!: string;
  @ApiProperty({ example: '2027-01-02', description: 'off as well' })
  @IsString()
  @MaxLength(10)
  until!: string;
  @ApiProperty({ required: false, description: 'for the expert alone' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  label?: string;
}

/** When an expert can be booked; the same shape is read and written. */
export class AvailabilityShape {
  @ApiProperty({ description: 'IANA name' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  timeZone!: string;
  @ApiProperty({ type: [WeeklyHoursShape] })
  @IsArray()
  @ArrayMaxSize(ITEMS_MAX)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursShape)
  weekly!: WeeklyHoursShape[];
  @ApiProperty({
    type: [DateExceptionShape],
    required: false,
    description: 'when left out of a request, those that are set stay',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ITEMS_MAX)
  @ValidateNested({ each: true })
  @Type(() => DateExceptionShape)
  exceptions?: DateExceptionShape[];
  @ApiProperty({
    type: [DaysOffShape],
    required: false,
    description: 'when left out of a request, those that are set stay',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ITEMS_MAX)
  @ValidateNested({ each: true })
  @Type(() => DaysOffShape)
  daysOff?: DaysOffShape[];
  @ApiProperty({ description: 'between now and the earliest start' })
  @IsInt()
  noticeMinutes!: number;
  @ApiProperty({ description: 'kept free after each booking' }) @IsInt() bufferMinutes!: number;
  @ApiProperty({ description: 'between two starts' }) @IsInt() stepMinutes!: number;
  @ApiProperty({ description: 'how far ahead' }) @IsInt() horizonDays!: number;
  @ApiProperty({
    type: Number,
    required: false,
    nullable: true,
    description: 'null for as many as fit; when left out of a request, what is set stays',
  })
  @IsOptional()
  @IsInt()
  maxPerDay?: number | null;
  @ApiProperty({ type: Number, required: false, nullable: true, description: 'as maxPerDay' })
  @IsOptional()
  @IsInt()
  maxPerWeek?: number | null;

  static of(rules: Availability): AvailabilityShape {
    return {
      timeZone: rules.timeZone,
      weekly: rules.weekly.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })),
      exceptions: rules.exceptions.map(({ date, hours }) => ({
        date,
        hours: hours.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      })),
      daysOff: (rules.daysOff ?? []).map(({ from, until, label }) => ({ from, until, label })),
      noticeMinutes: rules.noticeMinutes,
      bufferMinutes: rules.bufferMinutes,
      stepMinutes: rules.stepMinutes,
      horizonDays: rules.horizonDays,
      maxPerDay: rules.maxPerDay ?? null,
      maxPerWeek: rules.maxPerWeek ?? null,
    };
  }

  /** What was left out stays as it was. */
  static over(set: Availability, asked: AvailabilityShape): Availability {
    return {
      ...asked,
      exceptions: asked.exceptions ?? set.exceptions,
      daysOff:
        asked.daysOff?.map(({ from, until, label }) => ({ from, until, label: label ?? '' })) ??
        set.daysOff ??
        [],
      maxPerDay: asked.maxPerDay === undefined ? (set.maxPerDay ?? null) : asked.maxPerDay,
      maxPerWeek: asked.maxPerWeek === undefined ? (set.maxPerWeek ?? null) : asked.maxPerWeek,
    };
  }
}

/** What one offer does differently; null where it does as the others. */
export class ListingRulesShape {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'how long a booking is, where the price does not say',
  })
  @IsOptional()
  @IsInt()
  sessionMinutes!: number | null;
  @ApiProperty({ type: Number, nullable: true }) @IsOptional() @IsInt() noticeMinutes!:
    number | null;
  @ApiProperty({ type: Number, nullable: true }) @IsOptional() @IsInt() bufferMinutes!:
    number | null;
  @ApiProperty({ type: Number, nullable: true }) @IsOptional() @IsInt() stepMinutes!: number | null;
  @ApiProperty({
    type: [WeeklyHoursShape],
    nullable: true,
    description: 'in the place of the weekly hours; exceptions and days off stay',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ITEMS_MAX)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursShape)
  weekly!: WeeklyHoursShape[] | null;

  static of(rules: ListingRules): ListingRulesShape {
    return {
      sessionMinutes: rules.sessionMinutes,
      noticeMinutes: rules.noticeMinutes,
      bufferMinutes: rules.bufferMinutes,
      stepMinutes: rules.stepMinutes,
      weekly:
        rules.weekly?.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })) ??
        null,
    };
  }

  static rulesOf(asked: ListingRulesShape): ListingRules {
    return {
      sessionMinutes: asked.sessionMinutes ?? null,
      noticeMinutes: asked.noticeMinutes ?? null,
      bufferMinutes: asked.bufferMinutes ?? null,
      stepMinutes: asked.stepMinutes ?? null,
      weekly: asked.weekly ?? null,
    };
  }
}
