import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { type BookingView, SchedulingFacade } from '../../modules/scheduling/index.js';
import { Clock } from '../../platform/clock.js';
import { Public } from '../../platform/http/decorators.js';
import { NotFoundError } from '../../shared/domain-error.js';
import { BookingInvitations } from '../book-session/booking-invitations.js';

const SHOWN = new Set<BookingView['state']>(['confirmed', 'live', 'completed']);
/** What is longer ago is of no use in a calendar that is read every few minutes. */
const PAST_DAYS = 30;

/** A person's bookings for their own calendar program, which cannot sign in: the address itself is the key. */
@ApiTags('bookings')
@Controller('api/v1/calendar-feeds')
export class CalendarFeedController {
  constructor(
    private readonly scheduling: SchedulingFacade,
    private readonly accounts: AccountsFacade,
    private readonly invitations: BookingInvitations,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get(':token')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @Header('x-robots-tag', 'noindex')
  async feed(@Param('token') file: string): Promise<string> {
    const personId = await this.scheduling.personOfFeed(file.replace(/\.ics$/, ''));
    if (personId === null) throw new NotFoundError('calendar_feed');
    const person = await this.accounts.person(personId);
    const since = this.clock.now().subtract({ hours: 24 * PAST_DAYS });
    const bookings = [
      ...(await this.scheduling.bookingsOf(personId, 'learner')),
      ...(await this.scheduling.bookingsOf(personId, 'expert')),
    ].filter(
      ({ state, endsAt }) =>
        SHOWN.has(state) && Temporal.Instant.compare(Temporal.Instant.from(endsAt), since) > 0,
    );
    return this.invitations.published(bookings, person);
  }
}
