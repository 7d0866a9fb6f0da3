import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AppConfig } from '../../../platform/config/config.js';
import { CurrentPerson, Roles } from '../../../platform/http/decorators.js';
import type { Principal } from '../../../platform/http/principal.js';
import { CalendarFeeds } from '../application/calendar-feeds.js';
import { Calendars } from '../application/calendars.js';
import { ReminderChoices } from '../application/reminder-choices.js';
import {
  CalendarFeedResponse,
  CalendarList,
  CalendarRequest,
  CalendarResponse,
  RemindersShape,
} from './calendars.dto.js';

/** Calendars that an expert keeps elsewhere. */
@ApiTags('scheduling')
@Roles('expert')
@Controller('api/v1/studio/calendars')
export class CalendarsController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @ApiOkResponse({ type: CalendarList })
  list(@CurrentPerson() person: Principal): Promise<CalendarList> {
    return this.listOf(person);
  }

  /** Read at once; the answer says whether it could be. */
  @Post()
  @ApiCreatedResponse({ type: CalendarList })
  async add(
    @CurrentPerson() person: Principal,
    @Body() body: CalendarRequest,
  ): Promise<CalendarList> {
    await this.calendars.add(person.accountId, body.name, body.address);
    return this.listOf(person);
  }

  /** Reads all of them now. */
  @Post('refresh')
  @HttpCode(200)
  @ApiOkResponse({ type: CalendarList })
  async refresh(@CurrentPerson() person: Principal): Promise<CalendarList> {
    await this.calendars.refresh(person.accountId);
    return this.listOf(person);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentPerson() person: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.calendars.remove(person.accountId, id);
  }

  private async listOf(person: Principal): Promise<CalendarList> {
    return { items: (await this.calendars.of(person.accountId)).map(CalendarResponse.of) };
  }
}

/** What everybody may choose: the address of their own bookings, and when to be reminded of them. */
@ApiTags('scheduling')
@Controller('api/v1/me')
export class OwnCalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly reminders: ReminderChoices,
    private readonly config: AppConfig,
  ) {}

  @Get('calendar-feed')
  @ApiOkResponse({ type: CalendarFeedResponse })
  async feed(@CurrentPerson() person: Principal): Promise<CalendarFeedResponse> {
    return this.addressOf(await this.feeds.tokenOf(person.accountId));
  }

  /** Makes the address, or a new one; the old one is dead from then on. */
  @Post('calendar-feed')
  @HttpCode(200)
  @ApiOkResponse({ type: CalendarFeedResponse })
  async renew(@CurrentPerson() person: Principal): Promise<CalendarFeedResponse> {
    return this.addressOf(await this.feeds.renew(person.accountId));
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@CurrentPerson() person: Principal): Promise<void> {
    await this.feeds.revoke(person.accountId);
  }

  @Get('reminders')
  @ApiOkResponse({ type: RemindersShape })
  async remindersOf(@CurrentPerson() person: Principal): Promise<RemindersShape> {
    return { minutes: [...(await this.reminders.of(person.accountId))] };
  }

  @Put('reminders')
  @ApiOkResponse({ type: RemindersShape })
  async setReminders(
    @CurrentPerson() person: Principal,
    @Body() body: RemindersShape,
  ): Promise<RemindersShape> {
    await this.reminders.set(person.accountId, body.minutes);
    return this.remindersOf(person);
  }

  private addressOf(token: string | null): CalendarFeedResponse {
    const { publicUrl } = this.config.http;
    return { address: token === null ? null : `${publicUrl}/api/v1/calendar-feeds/${token}.ics` };
  }
}
