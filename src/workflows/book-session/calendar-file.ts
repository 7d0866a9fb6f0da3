import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';

export interface CalendarEntry {
  /** Of the booking: its UID stays the same through every change, so that calendars replace it. */
  readonly id: string;
  /** Higher with every change. */
  readonly sequence: number;
  /** RFC 3339, UTC. Instants need no zone definitions, which go out of date in calendars. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly isCancelled: boolean;
  /** When this version of it was written. */
  readonly stamp: string;
}

interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/**
 * `publish` for a file that is downloaded or subscribed to; `request` makes or changes an entry in the
 * invited person's calendar, `cancel` takes it out.
 */
export type Invitation =
  | { readonly method: 'publish' }
  | {
      readonly method: 'request' | 'cancel';
      readonly organizer: Mailbox;
      readonly attendee: Mailbox;
    };

const METHODS = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const;

/** A calendar with these entries. @param name what a calendar program calls it @source RFC 5545, RFC 5546 */
export function calendarFileOf(
  entries: readonly CalendarEntry[],
  invitation: Invitation,
  name = 'Visavis',
): string {
  const calendar = ical({
    name,
    method: METHODS[invitation.method],
    prodId: '//Visavis//Bookings//EN',
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, invitation));
  return calendar.toString();
}

function eventOf(entry: CalendarEntry, invitation: Invitation): ICalEventData {
  const isOff = entry.isCancelled || invitation.method === 'cancel';
  return {
    id: `${entry.id}@visavis`,
    sequence: entry.sequence,
    stamp: new Date(entry.stamp),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.summary,
    description: entry.description,
    url: entry.url,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(invitation.method === 'publish' ? {} : partiesOf(invitation)),
  };
}

/** Nobody has to answer: who books has agreed already. */
function partiesOf({
  organizer,
  attendee,
}: Exclude<Invitation, { method: 'publish' }>): Pick<ICalEventData, 'organizer' | 'attendees'> {
  return {
    organizer: { ...organizer },
    attendees: [{ ...attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
  };
}
