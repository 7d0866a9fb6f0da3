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
  @ApiProperty({ description: 'between now and the earliest start' })
  @IsInt()
  noticeMinutes!: number;
  @ApiProperty({ description: 'kept free after each booking' }) @IsInt() bufferMinutes!: number;
  @ApiProperty({ description: 'between two starts' }) @IsInt() stepMinutes!: number;
  @ApiProperty({ description: 'how far ahead' }) @IsInt() horizonDays!: number;

  static of(rules: Availability): AvailabilityShape {
    return {
      timeZone: rules.timeZone,
      weekly: rules.weekly.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })),
      exceptions: rules.exceptions.map(({ date, hours }) => ({
        date,
        hours: hours.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      })),
      noticeMinutes: rules.noticeMinutes,
      bufferMinutes: rules.bufferMinutes,
      stepMinutes: rules.stepMinutes,
      horizonDays: rules.horizonDays,
    };
  }
}
